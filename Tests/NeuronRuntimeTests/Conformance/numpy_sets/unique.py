import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.unique([3,1,1,2]))
show(lambda: np.unique([3,1,1,2],return_index=True,return_inverse=True,return_counts=True))
show(lambda: np.unique([[1,2],[1,2],[0,1]],axis=0,return_counts=True))
show(lambda: np.unique([[1,2],[1,2]],return_inverse=True))
show(lambda: np.unique([np.nan,1,np.nan]))
show(lambda: np.unique([np.nan,1,np.nan],equal_nan=False))
show(lambda: np.unique([True,False,True]))
show(lambda: np.unique(5))
show(lambda: np.unique([[1,2],[1,2],[0,1]],axis=0,return_inverse=True))
show(lambda: np.unique([[1,2,1],[1,2,1]],axis=1,return_index=True))
show(lambda: np.unique([]))

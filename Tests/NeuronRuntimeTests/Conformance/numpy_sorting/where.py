import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.where([[1,0],[0,1]]))
show(lambda: np.where([True,False],[1,2],[3.5,4]))
show(lambda: np.where(True,1,2))
show(lambda: np.where([True,False],1))
show(lambda: np.where([True,False],[1,2,3],[1,2,3]))
show(lambda: np.where())
show(lambda: np.nonzero([[1,0],[0,1]]))
show(lambda: np.nonzero(5))
show(lambda: np.argwhere([[1,0],[0,1]]))
show(lambda: np.argwhere(5))
show(lambda: np.argwhere(0))
show(lambda: np.flatnonzero([[1,0],[0,1]]))

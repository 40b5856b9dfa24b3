import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.nanmax([1,np.nan,3]))
show(lambda: np.nanmax([np.nan,np.nan]))
show(lambda: np.nanmax([]))
show(lambda: np.nanmin([[1,np.nan],[3,4]],axis=1))
show(lambda: np.nanmin([1,2]))
show(lambda: np.nanargmax([1,np.nan,3]))
show(lambda: np.nanargmax([np.nan,np.nan]))
show(lambda: np.nanargmin([[np.nan,2],[3,1]],axis=0))
show(lambda: np.nanargmin([3,1]))

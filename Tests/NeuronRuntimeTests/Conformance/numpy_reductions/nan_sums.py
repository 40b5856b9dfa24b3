import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.nansum([1,np.nan,2]))
show(lambda: np.nansum([]))
show(lambda: np.nansum([[1,np.nan],[3,4]],axis=0))
show(lambda: np.nansum([1,2]))
show(lambda: np.nanprod([1,np.nan,2]))
show(lambda: np.nanmean([1,np.nan,3]))
show(lambda: np.nanmean([[1,np.nan],[np.nan,np.nan]],axis=1))
show(lambda: np.nanmean([1,2]))
show(lambda: np.nanmean([np.nan]))
show(lambda: np.nanstd([1,np.nan,3]))
show(lambda: np.nanvar([1,np.nan,3],ddof=1))
show(lambda: np.nanstd([[1,np.nan],[3,4]],axis=0))
show(lambda: np.nanvar([np.nan]))
show(lambda: np.nanvar([1,2,4]))

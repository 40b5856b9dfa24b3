import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.nanmedian([1,np.nan,3,5]))
show(lambda: np.nanmedian([[1,np.nan],[3,4]],axis=0))
show(lambda: np.nanmedian([np.nan]))
show(lambda: np.median([3,1,2]))
show(lambda: np.median([3,1,2,4]))
show(lambda: np.median([[3,1],[2,4]],axis=0))
show(lambda: np.median([[3,1],[2,4]],axis=1,keepdims=True))
show(lambda: np.median([]))
show(lambda: np.median([1,np.nan]))
show(lambda: np.median([[1,np.nan],[2,3]],axis=1))
show(lambda: np.median([True,False]))
show(lambda: np.median(5))
show(lambda: np.median([[1,2],[3,4]],axis=(0,1)))
show(lambda: np.median([[1,2],[3,4]],axis=2))

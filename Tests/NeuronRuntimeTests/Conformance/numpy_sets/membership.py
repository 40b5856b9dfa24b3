import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.isin([1,2,3],[2,3]))
show(lambda: np.isin([[1,2],[3,4]],[2,3],invert=True))
show(lambda: np.isin(2,[2,3]))
show(lambda: np.in1d([[1,2],[3,4]],[2,3]))
show(lambda: np.isin([1,2],[]))
show(lambda: np.isin([1.0,np.nan],[np.nan,1]))

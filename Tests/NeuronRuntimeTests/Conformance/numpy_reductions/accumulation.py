import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.cumsum([[1,2],[3,4]]))
show(lambda: np.cumsum([[1,2],[3,4]],axis=1))
show(lambda: np.cumsum([True,True]))
show(lambda: np.cumsum(5))
show(lambda: np.cumprod([1,2,3.5]))
show(lambda: np.cumsum([1,2],axis=1))
show(lambda: np.cumsum([1.5,2],dtype=int))
show(lambda: np.cumulative_sum([1,2,3],include_initial=True))
show(lambda: np.cumulative_sum([[1,2],[3,4]]))
show(lambda: np.nancumsum([1,np.nan,2]))
show(lambda: np.nancumprod([1,np.nan,2]))

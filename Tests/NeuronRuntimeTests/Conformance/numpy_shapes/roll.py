import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.roll([1,2,3],1.5))
show(lambda: np.roll([1,2,3],(1,2)))
show(lambda: np.roll([[1,2,3]],(1,2),(0,)))
show(lambda: np.roll([[1,2,3]],(1,2),(0,1)))
show(lambda: np.roll([[1,2,3]],(1,2,3),(0,1)))
show(lambda: np.roll([[1,2,3]],1,3))

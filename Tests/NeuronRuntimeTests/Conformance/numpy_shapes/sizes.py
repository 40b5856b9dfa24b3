import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.ndim([[1]]))
show(lambda: np.shape([[1,2]]))
show(lambda: np.size([[1,2]],1))
show(lambda: np.size([[1,2]],2))
show(lambda: np.copy([1,2]))
show(lambda: np.size(5))

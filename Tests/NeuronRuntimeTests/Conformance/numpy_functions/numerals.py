import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.base_repr(10,3))
show(lambda: np.binary_repr(5,8))
show(lambda: np.binary_repr(-5))
show(lambda: np.binary_repr(-5,8))
show(lambda: np.base_repr(-10,16))
show(lambda: np.base_repr(5,2,3))
show(lambda: np.base_repr(5,40))
show(lambda: np.binary_repr(0))

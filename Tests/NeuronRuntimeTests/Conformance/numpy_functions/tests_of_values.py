import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.isposinf([np.inf,1,-np.inf]))
show(lambda: np.isneginf([np.inf,1,-np.inf]))
show(lambda: np.isreal([1,2]))
show(lambda: np.iscomplex([1,2]))
show(lambda: np.iterable([1]))
show(lambda: np.iterable(1))

import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.fromiter((x*2 for x in range(3)),dtype=int))
show(lambda: np.fromiter([1,2.5],float))
show(lambda: list(np.ndenumerate([[1,2],[3,4]])))
show(lambda: list(np.ndindex(2,2)))
show(lambda: list(np.ndindex((1,2))))
show(lambda: list(np.ndindex()))
show(lambda: list(np.ndindex(3)))

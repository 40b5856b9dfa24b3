import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.flip([1,2],2))
show(lambda: np.flip([[1,2]],(0,0)))
show(lambda: np.fliplr([1]))
show(lambda: np.flipud(1))
show(lambda: np.rot90([1]))
show(lambda: np.rot90([[1,2]],axes=(0,0)))
show(lambda: np.rot90([[1,2]],axes=(0,2)))
show(lambda: np.rot90([[1,2]],axes=(0,1,1)))

import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.reshape(np.arange(6),(-1,-1)))
show(lambda: np.reshape(np.arange(6),(4,2)))
show(lambda: np.reshape(np.arange(6),(2,3),order='Z'))
show(lambda: np.reshape(np.arange(6),(2,3),order='K'))
show(lambda: np.reshape(np.arange(6),(2,3),newshape=(2,3)))
show(lambda: np.reshape(np.arange(6),(2.0,3)))
show(lambda: np.reshape(np.arange(6),-2))
show(lambda: np.reshape([],(0,-1)))
show(lambda: np.reshape([],(2,-1)))
show(lambda: np.ravel([1,2],'K'))

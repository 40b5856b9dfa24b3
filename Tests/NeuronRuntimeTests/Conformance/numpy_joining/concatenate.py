import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.concatenate([[1],[2]],axis=1))
show(lambda: np.concatenate([[1],[2.5]],dtype=int))
show(lambda: np.concatenate([[1],[2.5]],dtype=int,casting='unsafe'))
show(lambda: np.concatenate([[1],[True]]))
show(lambda: np.concatenate(5))
show(lambda: np.concatenate([[[1,2]],[[3,4]]],axis=None))

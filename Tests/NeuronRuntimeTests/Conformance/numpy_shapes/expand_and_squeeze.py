import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.expand_dims([1],3))
show(lambda: np.expand_dims([1],(0,0)))
show(lambda: np.squeeze([[1,2]],1))
show(lambda: np.squeeze([[1,2]],4))
show(lambda: np.squeeze([[1,2]],(0,0)))
show(lambda: np.atleast_1d(1,[2]))
show(lambda: np.atleast_2d([1,2]))
show(lambda: np.atleast_3d([1,2]).shape)
show(lambda: np.atleast_1d())

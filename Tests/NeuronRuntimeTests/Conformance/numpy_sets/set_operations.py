import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.intersect1d([1,3,4,3],[3,1,2,1]))
show(lambda: np.intersect1d([1,3,4],[3,1,2],return_indices=True))
show(lambda: np.union1d([1,2],[2,3.5]))
show(lambda: np.setdiff1d([3,1,2,1],[2]))
show(lambda: np.setdiff1d([3,1,2,1],[2],assume_unique=True))
show(lambda: np.setxor1d([1,2,3],[2,3,4]))

import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.any([]))
show(lambda: np.all([]))
show(lambda: np.all([[1,0],[1,1]],axis=0))
show(lambda: np.any([0,3],keepdims=True))
show(lambda: np.count_nonzero([[1,0],[2,3]]))
show(lambda: np.count_nonzero([[1,0],[2,3]],axis=0))
show(lambda: np.count_nonzero([[1,0],[2,3]],keepdims=True))
show(lambda: np.count_nonzero([True,False]))

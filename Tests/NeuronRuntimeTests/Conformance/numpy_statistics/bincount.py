import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.bincount([0,1,1,3]))
show(lambda: np.bincount([0,1,1],minlength=5))
show(lambda: np.bincount([0,1,1],weights=[0.5,1,2]))
show(lambda: np.bincount([0,-1]))
show(lambda: np.bincount([0.5]))
show(lambda: np.bincount([]))
show(lambda: np.bincount([[1]]))
show(lambda: np.bincount([0,1],weights=[1]))
show(lambda: np.bincount([0,1],minlength=-1))

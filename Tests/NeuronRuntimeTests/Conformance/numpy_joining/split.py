import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.split([1,2,3],2))
show(lambda: np.split([1,2,3,4],[1,3]))
show(lambda: np.split([1,2,3],0))
show(lambda: np.array_split([1,2,3],0))
show(lambda: np.array_split([1,2,3],2))
show(lambda: np.array_split([1,2,3],-2))
show(lambda: np.hsplit(1,2))
show(lambda: np.vsplit([1,2],2))
show(lambda: np.dsplit([[1,2]],2))
show(lambda: np.split([1,2],2,axis=3))
show(lambda: np.array_split(np.array([[1,2],[3,4],[5,6]]),2))

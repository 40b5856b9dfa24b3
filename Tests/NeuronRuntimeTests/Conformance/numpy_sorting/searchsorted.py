import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.searchsorted([1,2,3],2))
show(lambda: np.searchsorted([1,2,3],[2,5],side='right'))
show(lambda: np.searchsorted([1,2,3],2,side='foo'))
show(lambda: np.searchsorted([3,1,2],2,sorter=[1,2,0]))
show(lambda: np.searchsorted([[1]],2))
show(lambda: np.searchsorted([1,2,3],2.5))
show(lambda: np.searchsorted([1,2,3],[[1,2],[3,4]]))
show(lambda: np.digitize([0.2,6.4,3.0],[0,1,2.5,4,10]))
show(lambda: np.digitize([1,2],[1,2,3],right=True))
show(lambda: np.digitize([1,2],[3,2,1]))
show(lambda: np.digitize(1,[1,3,2]))

import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.sort([3,1,2],axis=None))
show(lambda: np.sort([[3,1],[2,5]],axis=0))
show(lambda: np.sort(5))
show(lambda: np.sort([3,1],kind='foo'))
show(lambda: np.sort([3,1],kind='stable',stable=True))
show(lambda: np.sort([3,1],order='x'))
show(lambda: np.sort([3,np.nan,1]))
show(lambda: np.argsort([3,1,2,1],kind='stable'))
show(lambda: np.argsort([[3,1],[2,5]],axis=None))
show(lambda: np.argsort(5))
show(lambda: np.lexsort(([1,2,1],[3,1,3])))
show(lambda: np.lexsort([1,2,1]))
show(lambda: np.lexsort(([1,2],[1,2,3])))
show(lambda: np.lexsort([[1,2,1],[3,1,0]]))
show(lambda: np.lexsort(([[1,0],[0,1]],),axis=0))

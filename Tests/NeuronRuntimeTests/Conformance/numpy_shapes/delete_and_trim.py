import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.delete([1,2,3],5))
show(lambda: np.delete([1,2,3],[1,5]))
show(lambda: np.delete([1,2,3],1.0))
show(lambda: np.delete([1,2,3],[True,False]))
show(lambda: np.delete([1,2,3],slice(0,2)))
show(lambda: np.delete([[1,2]],0,axis=5))
show(lambda: np.delete([1,2,3],[]))
show(lambda: np.delete([1,2,3],-4))
show(lambda: np.trim_zeros([0,0,1,2,0]))

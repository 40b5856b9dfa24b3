import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.tile([1,2],-1))
show(lambda: np.tile([1,2],(2,2)))
show(lambda: np.tile(1,3))
show(lambda: np.tile([1,2],2.0))
show(lambda: np.repeat([1,2],-1))
show(lambda: np.repeat([1,2],[1,2,3]))
show(lambda: np.repeat([1,2],1.5))
show(lambda: np.repeat([[1,2]],[2],axis=1))
show(lambda: np.repeat([[1,2]],2,axis=2))
show(lambda: np.resize([1,2],(2,3)))
show(lambda: np.resize([1,2],(-2,3)))
show(lambda: np.resize([],(2,3)))

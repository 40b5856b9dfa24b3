import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.trace([[1,2],[3,4]]))
show(lambda: np.trace([[1,2],[3,4]],offset=1))
show(lambda: np.trace([1,2]))
show(lambda: np.diagonal([[1,2],[3,4]]))
show(lambda: np.diagonal([[1,2],[3,4]],1))
show(lambda: np.diagonal([1,2]))
show(lambda: np.diagonal(np.arange(8).reshape(2,2,2),0,1,2))
show(lambda: np.diagonal([[1,2],[3,4]],0,0,0))
show(lambda: np.diagonal([[1,2],[3,4]],0,0,3))
show(lambda: np.diagonal([[1,2],[3,4]],5))
show(lambda: np.diagonal([[1,2],[3,4]],-5))

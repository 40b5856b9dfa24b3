import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.broadcast_to([1,2,3],(2,)))
show(lambda: np.broadcast_to([1,2,3],(2,2,-1)))
show(lambda: np.broadcast_to([[1,2,3]],(3,)))
show(lambda: np.broadcast_to(5,3))
show(lambda: np.broadcast_arrays([1,2],[1,2,3]))
show(lambda: np.broadcast_arrays([1,2],[[1],[2]]))
show(lambda: np.broadcast_shapes((1,2),(3,1)))
show(lambda: np.broadcast_shapes((1,2),(3,)))

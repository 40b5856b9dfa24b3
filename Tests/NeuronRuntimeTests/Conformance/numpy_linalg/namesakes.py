import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.linalg.outer([1,2],[3,4]))
show(lambda: np.linalg.diagonal([[1,2],[3,4]]))
show(lambda: np.linalg.trace([[1,2],[3,4]]))
show(lambda: np.linalg.cross([1,2,3],[4,5,6]))
show(lambda: np.linalg.matmul([1,2],[3,4]))
show(lambda: np.linalg.matrix_transpose([[1,2],[3,4]]))
show(lambda: np.linalg.outer([[1,2]],[3,4]))
show(lambda: np.linalg.vecdot([1,2],[3,4]))
show(lambda: np.linalg.cross([1,2],[3,4]))

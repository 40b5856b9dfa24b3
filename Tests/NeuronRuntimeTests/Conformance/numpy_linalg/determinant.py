import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.linalg.det([[1,2],[3,4]]))
show(lambda: np.linalg.det([1]))
show(lambda: np.linalg.det([[1,2]]))
show(lambda: np.linalg.matrix_rank([[1,2],[2,4]]))
show(lambda: np.linalg.matrix_rank([1,2]))
show(lambda: np.linalg.matrix_rank(0))
show(lambda: np.linalg.slogdet([[1,2],[3,4]]))
show(lambda: np.linalg.cond([[1,2],[2,4]],1))
show(lambda: np.linalg.cond([[1,2],[3,4]],'fro'))
show(lambda: np.linalg.cond([]))
show(lambda: np.linalg.det(np.array([[[1,2],[3,4]],[[2,0],[0,2]]])))
show(lambda: np.linalg.slogdet(np.array([[[1,2],[3,4]],[[2,0],[0,2]]])))
show(lambda: np.linalg.matrix_rank(np.array([[[1,2],[3,4]],[[2,0],[0,0]]])))

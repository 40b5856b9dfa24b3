import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.linalg.matrix_power([[1,2],[3,4]],3))
show(lambda: np.linalg.matrix_power([[1,2],[3,4]],-1))
show(lambda: np.linalg.matrix_power([[1,2],[3,4]],0))
show(lambda: np.linalg.matrix_power([[1,2],[3,4]],1.5))
show(lambda: np.linalg.matrix_power([[1,2]],2))
show(lambda: np.linalg.multi_dot([np.ones((2,3)),np.ones((3,4)),np.ones((4,2))]))
show(lambda: np.linalg.multi_dot([[1,2]]))
show(lambda: np.linalg.multi_dot([[1,2],[[1,2],[3,4]],[1,1]]))
show(lambda: np.linalg.matrix_power(np.array([[[1,1],[1,1]],[[1,1],[1,1]]]),2))
show(lambda: np.linalg.matrix_power(np.array([[[1,1],[1,1]],[[1,1],[1,1]]]),0))

import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.linalg.eigh([[2,1],[1,3]]))
show(lambda: np.linalg.eigvalsh([[2,1],[1,3]]))
show(lambda: np.linalg.eigh([[2,1],[1,3]],'X'))
show(lambda: np.linalg.eigh([[2,1],[1,3]],UPLO='U').eigenvalues)
show(lambda: np.linalg.eigh([1,2]))

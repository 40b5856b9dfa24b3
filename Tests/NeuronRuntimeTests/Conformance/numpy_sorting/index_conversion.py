import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.unravel_index(5,(2,3)))
show(lambda: np.unravel_index([1,5],(2,3)))
show(lambda: np.unravel_index(7,(2,3)))
show(lambda: np.unravel_index([1,5],(2,3),order='F'))
show(lambda: np.ravel_multi_index(([0,1],[1,2]),(2,3)))
show(lambda: np.ravel_multi_index(([0,1],[1,3]),(2,3)))
show(lambda: np.diag_indices(3))
show(lambda: np.diag_indices(2,3))
show(lambda: np.diag_indices_from(np.ones((2,2))))
show(lambda: np.diag_indices_from(np.ones((2,3))))
show(lambda: np.diag_indices_from(np.ones(3)))
show(lambda: np.tril_indices(3))
show(lambda: np.triu_indices(3,1))
show(lambda: np.tril_indices(2,0,3))
show(lambda: np.tril_indices_from(np.ones((2,3))))
show(lambda: np.triu_indices_from(np.ones((3,3)),1))
show(lambda: np.triu_indices_from(np.ones(3)))
show(lambda: np.mask_indices(3,np.triu))
show(lambda: np.mask_indices(3,np.triu,1))

import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.linalg.svd([[1,2],[3,4]]))
show(lambda: np.linalg.svd([[1,2],[3,4]],compute_uv=False))
show(lambda: np.linalg.qr([[1,2],[3,4]]))
show(lambda: np.linalg.qr([[1,2],[3,4]],mode='r'))
show(lambda: np.linalg.qr([[1,2],[3,4]],mode='foo'))
show(lambda: np.linalg.cholesky([[2,1],[1,3]]))
show(lambda: np.linalg.cholesky([[1,2],[2,1]]))
show(lambda: np.linalg.svd([[np.nan,1],[1,2]]))
show(lambda: np.linalg.qr([1,2]))
show(lambda: np.linalg.qr([[1,2],[3,4],[5,6]],'complete'))
show(lambda: np.linalg.cholesky([[2,1],[1,3]],upper=True))
show(lambda: np.linalg.cholesky([[2,1,3]]))
show(lambda: np.linalg.svdvals([[1,2],[3,4]]))
show(lambda: np.linalg.svd([1,2]))

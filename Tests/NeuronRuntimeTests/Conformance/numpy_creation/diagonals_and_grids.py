import numpy as np


def show(action):
    try:
        result = action()
        print(repr(result), type(result).__name__)
    except Exception as error:
        print(type(error).__name__, error)


a = np.arange(6).reshape(2, 3)
v = np.arange(3)

show(lambda: np.eye(3))
show(lambda: np.eye(2, 3, 1))
show(lambda: np.eye(3, k=-1, dtype=int))
show(lambda: np.eye(2, dtype=bool))
show(lambda: np.identity(2))
show(lambda: np.tri(3))
show(lambda: np.tri(2, 3, 1))
show(lambda: np.tri(3, k=-1))
show(lambda: np.tril(a))
show(lambda: np.tril(a, -1))
show(lambda: np.triu(a, 1))
show(lambda: np.triu(np.ones((2, 2, 2))))
show(lambda: np.tril(v))
show(lambda: np.diag(v))
show(lambda: np.diag(v, 1))
show(lambda: np.diag(v * 0.5, -1))
show(lambda: np.diag(a))
show(lambda: np.diag(a, 1))
show(lambda: np.diag(a, -1))
show(lambda: np.diag(a, 7))
show(lambda: np.diagflat([[1, 2], [3, 4]]))
show(lambda: np.diag(np.array(5)))
show(lambda: np.meshgrid([1, 2], [3, 4, 5]))
show(lambda: np.meshgrid([1, 2], [3, 4, 5], indexing='ij'))
show(lambda: np.meshgrid([1, 2], [3, 4, 5], sparse=True))
show(lambda: np.meshgrid([1, 2.5], [3], [4, 5]))
show(lambda: np.meshgrid([1, 2]))
show(lambda: np.meshgrid([1, 2], indexing='xx'))
show(lambda: np.indices((2, 3)))
show(lambda: np.fromfunction(lambda i, j: i + j, (2, 3)))
show(lambda: np.fromfunction(lambda i, j: i * j, (2, 2), dtype=int))
show(lambda: np.copy(a) is a)

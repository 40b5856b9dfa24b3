import numpy as np


def show(action):
    try:
        result = action()
        print(repr(result), type(result).__name__)
    except Exception as error:
        print(type(error).__name__, error)


a = np.arange(6).reshape(2, 3).copy()

show(lambda: a[0].base is a)
show(lambda: a.T.base is a)
show(lambda: a[0][1:].base is a)
show(lambda: a.reshape(3, 2).base is a)
show(lambda: a[[0]].base)
show(lambda: a[a > 1].base)
show(lambda: a.copy().base)
show(lambda: a.base)
show(lambda: np.shares_memory(a, a[0]))
show(lambda: np.shares_memory(a, a.T))
show(lambda: np.shares_memory(a[0], a[1]))
show(lambda: np.may_share_memory(a[:, 0], a[:, 1]))
show(lambda: np.shares_memory(a[:, 0], a[:, 1]))
show(lambda: np.shares_memory(a, a[[0]]))
show(lambda: np.asarray(a) is a)
show(lambda: np.array(a) is a)
show(lambda: np.asarray(a, dtype=int) is a)
show(lambda: np.asarray(a, dtype=float) is a)
show(lambda: a.astype(int, copy=False) is a)
show(lambda: a[...] is a)

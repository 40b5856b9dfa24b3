import numpy as np


def show(action):
    try:
        result = action()
        print(repr(result), type(result).__name__)
    except Exception as error:
        print(type(error).__name__, error)


a = np.arange(6).reshape(2, 3)
f = a * 1.5
b = a > 2
v = np.arange(3)
z = np.array(5)

show(lambda: a[[0, 1]])
show(lambda: a[[1, 0, 1]])
show(lambda: a[[-1]])
show(lambda: a[[0, 1], [1, 2]])
show(lambda: a[[0, 1], 0])
show(lambda: a[0, [1, 2]])
show(lambda: a[:, [2, 0]])
show(lambda: a[..., [0, 1]])
show(lambda: a[[0, 1], :])
show(lambda: a[[[0, 1], [1, 0]]])
show(lambda: a[[[0], [1]], [[0, 2]]])
show(lambda: a[(0, 1),])
show(lambda: a[(0, 1)])
show(lambda: a[range(2)])
show(lambda: a[[]])
show(lambda: a[np.array([], dtype=int)])
show(lambda: a[np.array(1)])
show(lambda: a.T[[0]])
show(lambda: v[a % 3])
show(lambda: a[[0, 1], [1, 2, 0]])
show(lambda: a[[0, 5]])
show(lambda: a[:, [0, -5]])
show(lambda: a[[1.0]])
show(lambda: a[[0, 'x']])
show(lambda: a[np.array([])])
show(lambda: a[np.array([1.0])])

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

show(lambda: a[b])
show(lambda: a[a > 10])
show(lambda: a[a % 2 == 0])
show(lambda: f[~b])
show(lambda: a[[True, False]])
show(lambda: a[:, [True, False, True]])
show(lambda: a[b[1]] if False else a[:, b[1]])
show(lambda: a[[0], b[1]])
show(lambda: a[True])
show(lambda: a[False].shape)
show(lambda: a[np.True_].shape)
show(lambda: a[np.array(True)].shape)
show(lambda: a[True, 0])
show(lambda: a[b[0]])
show(lambda: a[b, 0])
show(lambda: a[b[:, :2]])
show(lambda: a[[True, False, True]])
show(lambda: v[v > 0][0])

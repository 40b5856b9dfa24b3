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

show(lambda: a[0])
show(lambda: a[-1])
show(lambda: a[0, 1])
show(lambda: a[-1, -1])
show(lambda: a[np.int64(1)])
show(lambda: a[0:1])
show(lambda: a[::-1])
show(lambda: a[:, ::2])
show(lambda: a[1:, 1:])
show(lambda: a[5:])
show(lambda: a[0, ...])
show(lambda: a[..., 0])
show(lambda: a[...])
show(lambda: a[()])
show(lambda: a[None].shape)
show(lambda: a[:, None].shape)
show(lambda: a[None, 0])
show(lambda: a[np.newaxis, :, np.newaxis, 1])
show(lambda: a[slice(None), 1])
show(lambda: a[(slice(None), 1)])
show(lambda: a[0][1])
show(lambda: z[()])
show(lambda: z[...])
show(lambda: z[None])
show(lambda: a[5])
show(lambda: a[0, 5])
show(lambda: a[-3])
show(lambda: a[0, 0, 0])
show(lambda: z[0])
show(lambda: a[..., ...])
show(lambda: a[::0])
show(lambda: a['x'])
show(lambda: a[1.0])
show(lambda: a[{}])
show(lambda: a['a':])
show(lambda: a[1.5:])
show(lambda: a[2**70])

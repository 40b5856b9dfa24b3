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

show(lambda: a.shape)
show(lambda: a.ndim)
show(lambda: a.size)
show(lambda: a.dtype)
show(lambda: f.dtype)
show(lambda: b.dtype)
show(lambda: a.itemsize)
show(lambda: b.itemsize)
show(lambda: a.nbytes)
show(lambda: a.strides)
show(lambda: a.T)
show(lambda: a.T.strides)
show(lambda: a[:, ::2].strides)
show(lambda: z.shape)
show(lambda: z.T)
show(lambda: a.real)
show(lambda: a.imag)
show(lambda: v.T)
show(lambda: np.zeros((2, 3, 4)).T.shape)
show(lambda: np.zeros((2, 3, 4)).mT.shape)
show(lambda: v.mT)
show(lambda: list(a.flat))
show(lambda: a.flat[4])
show(lambda: a.flat[1:4])
show(lambda: len(a.flat))
show(lambda: str(a.flags))
show(lambda: str(a.T.flags))
show(lambda: a.flags.c_contiguous)
show(lambda: a.flags['OWNDATA'])
show(lambda: type(a))
show(lambda: type(a).__name__)
show(lambda: isinstance(a, np.ndarray))
show(lambda: isinstance([1], np.ndarray))
show(lambda: np.ndarray)

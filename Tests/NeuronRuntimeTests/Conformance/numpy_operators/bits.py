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

show(lambda: a & 1)
show(lambda: a | 4)
show(lambda: a ^ a)
show(lambda: ~a)
show(lambda: a << 1)
show(lambda: a >> 1)
show(lambda: a << 64)
show(lambda: -a >> 70)
show(lambda: 1 << a)
show(lambda: f & 1)
show(lambda: f << 1)
show(lambda: ~f)

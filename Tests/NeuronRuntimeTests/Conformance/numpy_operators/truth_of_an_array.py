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

show(lambda: bool(a))
show(lambda: bool(z))
show(lambda: bool(np.array([])))
show(lambda: bool(np.array([[3]])))
show(lambda: bool(np.array([0.0])))
show(lambda: not a)
show(lambda: not z)
show(lambda: a and 1)
show(lambda: z and 1)
show(lambda: 1 if np.array([True]) else 2)
show(lambda: any(v))
show(lambda: all(v))

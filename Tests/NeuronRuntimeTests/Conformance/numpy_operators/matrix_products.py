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

show(lambda: a @ v)
show(lambda: v @ v)
show(lambda: a @ a.T)
show(lambda: a.T @ a)
show(lambda: f @ v)
show(lambda: a @ [1, 2, 3])
show(lambda: [1, 2] @ a)
show(lambda: b @ v)
show(lambda: np.ones((2, 2, 3)) @ np.ones((3, 1)))
show(lambda: a @ a)
show(lambda: v @ 3)
show(lambda: 3 @ v)
show(lambda: a @ np.float64(2))
show(lambda: v @ [1, 2])

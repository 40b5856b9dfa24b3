import numpy as np


def show(action):
    try:
        result = action()
        print(repr(result), type(result).__name__)
    except Exception as error:
        print(type(error).__name__, error)


a = np.arange(6).reshape(2, 3)
f = np.array([-2.5, -1.5, -0.5, 0.5, 1.5, 2.5])

show(lambda: np.floor(f))
show(lambda: np.ceil(f))
show(lambda: np.trunc(f))
show(lambda: np.rint(f))
show(lambda: np.fix(f))
show(lambda: np.round(f))
show(lambda: np.floor(a))
show(lambda: np.ceil(3))
show(lambda: np.rint(a))
show(lambda: np.floor(a > 2))
show(lambda: np.floor(2.5))
show(lambda: np.round([1.25, 2.35], 1))
show(lambda: np.round([1234.5, 0.5], -2))
show(lambda: np.around([15, 25], -1))
show(lambda: np.round(a))
show(lambda: f.round())
show(lambda: np.array([0.285, 2.675]).round(2))
show(lambda: np.round(np.pi, 3))

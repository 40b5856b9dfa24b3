import numpy as np


def show(action):
    try:
        result = action()
        print(repr(result), type(result).__name__)
    except Exception as error:
        print(type(error).__name__, error)


a = np.arange(6).reshape(2, 3)
v = np.arange(3)

show(lambda: np.add.reduce(a))
show(lambda: np.add.reduce(a, axis=1))
show(lambda: np.add.reduce(a, axis=None))
show(lambda: np.add.reduce(a, axis=1, keepdims=True))
show(lambda: np.add.reduce([]))
show(lambda: np.multiply.reduce(a, axis=1))
show(lambda: np.maximum.reduce(a))
show(lambda: np.maximum.reduce([]))
show(lambda: np.subtract.reduce([10, 1, 2]))
show(lambda: np.divide.reduce([8.0, 2, 2]))
show(lambda: np.logical_and.reduce(a))
show(lambda: np.logical_or.reduce(a, axis=1))
show(lambda: np.add.accumulate([1, 2, 3]))
show(lambda: np.maximum.accumulate([1, 3, 2]))
show(lambda: np.multiply.accumulate(a, axis=1))
show(lambda: np.subtract.accumulate([10, 1, 2]))
show(lambda: np.add.outer([1, 2], [10, 20]))
show(lambda: np.multiply.outer(v, a).shape)
show(lambda: np.subtract.outer(v, v))
show(lambda: np.sqrt.reduce([1]))

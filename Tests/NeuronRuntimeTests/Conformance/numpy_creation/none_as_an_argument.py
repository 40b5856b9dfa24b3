import numpy as np


def show(action):
    try:
        result = action()
        print(repr(result), type(result).__name__)
    except Exception as error:
        print(type(error).__name__, error)


a = np.arange(3.0)

show(lambda: np.arange(5, None, 10))
show(lambda: np.arange(3, None))
show(lambda: np.arange(None, 3))
show(lambda: np.zeros(None))
show(lambda: a.dtype == None)
show(lambda: np.arange(3).dtype == None)
show(lambda: np.array(3) in np.array(2.5))
show(lambda: 2.5 in np.array(2.5))
show(lambda: np.logical_and.accumulate([2, 0, 3]))
show(lambda: np.greater([1, 2], 1, dtype=float))
show(lambda: np.triu(5))

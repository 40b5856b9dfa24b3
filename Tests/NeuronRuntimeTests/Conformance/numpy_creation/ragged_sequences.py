import numpy as np


def show(action):
    try:
        result = action()
        print(repr(result), type(result).__name__)
    except Exception as error:
        print(type(error).__name__, error)


v = np.arange(3)

show(lambda: np.array([[1, 2], [3]]))
show(lambda: np.array([[1, 2], 3]))
show(lambda: np.array([1, [2, 3]]))
show(lambda: np.array([[], [1]]))
show(lambda: np.array([[1, 2], [3, [4]]]))
show(lambda: np.array([[[1], [2]], [[3], [4, 5]]]))
show(lambda: np.array([[[1, 2], [3, 4]], [[5, 6]]]))
show(lambda: np.array([v, [1, 2]]))
show(lambda: np.array([v, 1]))
show(lambda: np.array([[1, 2], v]))

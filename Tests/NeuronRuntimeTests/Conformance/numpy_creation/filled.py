import numpy as np


def show(action):
    try:
        result = action()
        print(repr(result), type(result).__name__)
    except Exception as error:
        print(type(error).__name__, error)


a = np.arange(6).reshape(2, 3)

show(lambda: np.zeros(3))
show(lambda: np.zeros((2, 3)))
show(lambda: np.zeros((2, 3), int))
show(lambda: np.zeros([2, 2], dtype=bool))
show(lambda: np.zeros(()))
show(lambda: np.zeros((0, 3)))
show(lambda: np.zeros(np.int64(2)))
show(lambda: np.zeros(a.shape))
show(lambda: np.ones(3))
show(lambda: np.ones((2, 2), dtype=int))
show(lambda: np.full(3, 7))
show(lambda: np.full((2, 2), 1.5))
show(lambda: np.full(2, [1, 2]))
show(lambda: np.full((2, 3), [1, 2, 3]))
show(lambda: np.full(3, True))
show(lambda: np.full(3, 2, dtype=float))
show(lambda: np.full((2, 2), [1, 2, 3]))
show(lambda: np.zeros_like(a))
show(lambda: np.ones_like(a * 1.5))
show(lambda: np.ones_like([1, 2.5]))
show(lambda: np.zeros_like(a, dtype=float))
show(lambda: np.zeros_like(5))
show(lambda: np.full_like(a, 2.7))
show(lambda: np.full_like(a, 2.7, dtype=float))
show(lambda: np.empty((2, 0)))
show(lambda: np.zeros(-1))
show(lambda: np.zeros((2, -1)))
show(lambda: np.zeros(2.0))
show(lambda: np.zeros('a'))
show(lambda: np.zeros((2, 'a')))
show(lambda: np.zeros())

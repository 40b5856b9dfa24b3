import numpy as np

for seed in [-1, 2**32, 10**30, 1.5, [], [[1, 2]], [1.5], [-1], [2**32], np.array(2.5)]:
    try:
        np.random.seed(seed)
    except Exception as e:
        print(repr(seed), type(e).__name__, e)
for call in [
    lambda: np.random.seed(1, 2),
    lambda: np.random.seed(foo=1),
    lambda: np.random.RandomState(1, 2),
    lambda: np.random.RandomState(-1),
    lambda: np.random.RandomState(foo=1),
]:
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)

import numpy as np


def show(action):
    try:
        result = action()
        print(repr(result), type(result).__name__)
    except Exception as error:
        print(type(error).__name__, error)


i = np.int64(5)
x = np.float64(2.5)
true = np.True_
false = np.False_

show(lambda: i / 2)
show(lambda: i / 0)
show(lambda: -i / 0)
show(lambda: np.int64(0) / 0)
show(lambda: i // 2)
show(lambda: i // -2)
show(lambda: i // 0)
show(lambda: i % 3)
show(lambda: i % -3)
show(lambda: -i % 3)
show(lambda: i % 0)
show(lambda: divmod(i, 3))
show(lambda: divmod(i, 0))
show(lambda: divmod(7, i))
show(lambda: 1 // np.int64(0))
show(lambda: 1 % np.int64(0))
show(lambda: 1.0 // np.int64(0))
show(lambda: i // 2.0)
show(lambda: i % 2.5)
show(lambda: x // 2)
show(lambda: x % 2)
show(lambda: np.float64(5) // 0)
show(lambda: np.float64(-5) % 3)
show(lambda: np.float64(5) % 0)
show(lambda: divmod(x, 1))
show(lambda: divmod(x, 0))

import numpy as np
import math


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

show(lambda: round(x))
show(lambda: round(np.float64(3.5)))
show(lambda: round(x, None))
show(lambda: round(x, 0))
show(lambda: round(np.float64(2.675), 2))
show(lambda: round(np.float64(0.285), 2))
show(lambda: round(np.float64(1234.5), -2))
show(lambda: round(i))
show(lambda: round(np.int64(15), -1))
show(lambda: round(np.int64(25), -1))
show(lambda: round(true))
show(lambda: math.trunc(x))
show(lambda: math.ceil(x))
show(lambda: np.round(x))
show(lambda: np.round(2.675, 2))
show(lambda: np.round(-0.5))

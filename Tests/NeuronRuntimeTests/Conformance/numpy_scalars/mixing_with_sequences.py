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

show(lambda: i * 'ab')
show(lambda: 'ab' * i)
show(lambda: i * [1])
show(lambda: [1, 2] * i)
show(lambda: (1,) * i)
show(lambda: [0] * np.int64(0))
show(lambda: x * [1])
show(lambda: [1] * x)
show(lambda: [1] + x)
show(lambda: i + [1, 2])
show(lambda: (1, 2) - i)
show(lambda: [1, 2] / i)

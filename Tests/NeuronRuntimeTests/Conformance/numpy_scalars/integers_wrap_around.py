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

show(lambda: i + 3)
show(lambda: 3 - i)
show(lambda: i * np.int64(4))
show(lambda: i * 10**18 * 10)
show(lambda: np.int64(2**63 - 1) + 1)
show(lambda: np.int64(-2**63) - 1)
show(lambda: -np.int64(-2**63))
show(lambda: abs(np.int64(-2**63)))
show(lambda: np.int64(-2**63) // -1)
show(lambda: np.int64(-2**63) % -1)
show(lambda: i**100)
show(lambda: i**2)
show(lambda: 2**np.int64(3))
show(lambda: i << 2)
show(lambda: i << 63)
show(lambda: i << 64)
show(lambda: i >> 1)
show(lambda: i >> 70)
show(lambda: np.int64(-5) >> 70)
show(lambda: i & 3)
show(lambda: i | 8)
show(lambda: i ^ 1)
show(lambda: ~i)
show(lambda: -i)
show(lambda: +i)
show(lambda: abs(np.int64(-3)))
show(lambda: np.int64(1) + 2**70)
show(lambda: i**-1)

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

show(lambda: np.float64())
show(lambda: np.int64())
show(lambda: np.bool_())
show(lambda: np.float64(3))
show(lambda: np.float64('1.5'))
show(lambda: np.float64(None))
show(lambda: np.float64([1, 2]))
show(lambda: np.float64('a'))
show(lambda: np.int64('5'))
show(lambda: np.int64(2.7))
show(lambda: np.int64(-2.7))
show(lambda: np.int64([1.5, 2]))
show(lambda: np.int64(2**63))
show(lambda: np.int64(float('nan')))
show(lambda: np.int64(None))
show(lambda: np.bool_(5))
show(lambda: np.bool_(''))
show(lambda: np.bool_([0, 2]))
show(lambda: int(i))
show(lambda: float(i))
show(lambda: bool(i))
show(lambda: int(x))
show(lambda: str(i))
show(lambda: str(true))

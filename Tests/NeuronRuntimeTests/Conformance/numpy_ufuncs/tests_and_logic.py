import numpy as np


def show(action):
    try:
        result = action()
        print(repr(result), type(result).__name__)
    except Exception as error:
        print(type(error).__name__, error)


a = np.arange(6).reshape(2, 3)
f = a * 1.5
b = a > 2

show(lambda: np.isnan([1, np.nan]))
show(lambda: np.isnan(1.0))
show(lambda: np.isnan(a))
show(lambda: np.isinf([np.inf, -np.inf, 0]))
show(lambda: np.isfinite(3))
show(lambda: np.signbit([-0.0, 0.0, -1]))
show(lambda: np.isnan('a'))
show(lambda: np.isnan(None))
show(lambda: np.logical_and(a, 1))
show(lambda: np.logical_or(0, 0.0))
show(lambda: np.logical_xor(a, f))
show(lambda: np.logical_not(a))
show(lambda: np.bitwise_and(a, 1))
show(lambda: np.bitwise_xor(b, b))
show(lambda: np.invert(b))
show(lambda: np.bitwise_or(a, 1.0))
show(lambda: np.left_shift(a, 1))
show(lambda: np.right_shift(8, 1))
show(lambda: np.greater(a, 2))
show(lambda: np.less_equal(1, 2))
show(lambda: np.not_equal(a, [0, 1, 2]))
show(lambda: np.equal(f, a))

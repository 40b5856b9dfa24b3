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
v = np.arange(3)
z = np.array(5)

show(lambda: a + a)
show(lambda: a + f)
show(lambda: a - [1, 2, 3])
show(lambda: [1, 2, 3] - a)
show(lambda: (1, 2, 3) * a)
show(lambda: a * 2)
show(lambda: 2 * a)
show(lambda: a / 2)
show(lambda: 2 / (a + 1))
show(lambda: a // 2)
show(lambda: a % 4)
show(lambda: -a % 4)
show(lambda: f // 1)
show(lambda: f % 1)
show(lambda: a**2)
show(lambda: 2**a)
show(lambda: 2.0**a)
show(lambda: f**0.5)
show(lambda: a**-1.0)
show(lambda: a**-1)
show(lambda: a**np.array([-1, 0, 1]))
show(lambda: -a)
show(lambda: +a)
show(lambda: abs(a - 3))
show(lambda: a + 2**70)
show(lambda: f + 2**70)
show(lambda: a + np.float64(2))
show(lambda: np.int64(2) - a)
show(lambda: np.bool_(1) * a)
show(lambda: [1, 2] + a)
show(lambda: z + 1)
show(lambda: z * z)
show(lambda: divmod(a, 2))
show(lambda: divmod(7, a))
show(lambda: pow(a, 2))
show(lambda: pow(a, 2, 3))

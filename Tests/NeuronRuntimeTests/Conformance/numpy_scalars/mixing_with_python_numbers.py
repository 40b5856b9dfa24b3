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

show(lambda: i + 0.5)
show(lambda: 0.5 + i)
show(lambda: x + i)
show(lambda: i * 2.0)
show(lambda: i**-1.0)
show(lambda: x**2)
show(lambda: 2**x)
show(lambda: np.float64(1) + 2**70)
show(lambda: np.float64(-8)**(1 / 3))
show(lambda: (-8.0)**np.float64(0.5))
show(lambda: 0.0**np.float64(-1))
show(lambda: i + True)
show(lambda: x - True)
show(lambda: i | 3.0)
show(lambda: x & 1)
show(lambda: ~x)
show(lambda: i @ i)
show(lambda: x @ [1])
show(lambda: i + None)
show(lambda: x + {1})
show(lambda: x + 'a')
show(lambda: 'a' + i)
show(lambda: 'a' + x)
show(lambda: max(i, 3))
show(lambda: min(x, 3))
show(lambda: sorted([x, i, 1]))
show(lambda: sum([i, i]))
show(lambda: sum([x, x]))
show(lambda: pow(i, 2))
show(lambda: pow(i, 2, 3))
show(lambda: math.sqrt(i))
show(lambda: math.floor(x))
show(lambda: math.gcd(i, 10))

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

show(lambda: x > 1)
show(lambda: (x > 1) + (x > 2))
show(lambda: ~(x > 1))
show(lambda: (x < 3) is True)
show(lambda: (x > 1) is np.True_)
show(lambda: x == 2.5)
show(lambda: 2.5 == x)
show(lambda: i != 5)
show(lambda: i == 5.0)
show(lambda: 5.0 < i)
show(lambda: i < 2**70)
show(lambda: i == 2**70)
show(lambda: x == None)
show(lambda: None == x)
show(lambda: x != None)
show(lambda: x == 'a')
show(lambda: 'a' != i)
show(lambda: true == 'a')
show(lambda: i == {})
show(lambda: x == [1, 2.5])
show(lambda: (5,) == i)
show(lambda: x < [1, 3])
show(lambda: x is None)
show(lambda: i is 5)
show(lambda: x < None)
show(lambda: x < {1})
show(lambda: x < 'a')
show(lambda: 'a' < i)
show(lambda: 1 < i < 9)
show(lambda: i in [4, 5])
show(lambda: 5 in [i])
show(lambda: math.isnan(np.float64('nan')))

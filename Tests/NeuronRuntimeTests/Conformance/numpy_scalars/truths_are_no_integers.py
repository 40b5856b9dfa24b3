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

show(lambda: true + true)
show(lambda: true + True)
show(lambda: True + true)
show(lambda: true + 1)
show(lambda: true + 1.0)
show(lambda: true * false)
show(lambda: true - 1)
show(lambda: 1 - true)
show(lambda: true - true)
show(lambda: true / true)
show(lambda: true / 2)
show(lambda: true // 2)
show(lambda: true % 2)
show(lambda: true**2)
show(lambda: true & false)
show(lambda: true | false)
show(lambda: true ^ true)
show(lambda: true & True)
show(lambda: true & 1)
show(lambda: true << 1)
show(lambda: ~true)
show(lambda: -true)
show(lambda: +true)
show(lambda: abs(true))
show(lambda: not true)
show(lambda: true and 3)
show(lambda: false or 4)
show(lambda: true > false)
show(lambda: true == True)
show(lambda: true == 1)
show(lambda: true < 2)
show(lambda: sum([true, true]))
show(lambda: [true, false].count(True))

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

show(lambda: b + b)
show(lambda: b * b)
show(lambda: b - b)
show(lambda: b & b)
show(lambda: b | True)
show(lambda: b ^ b)
show(lambda: ~b)
show(lambda: -b)
show(lambda: +b)
show(lambda: b + 1)
show(lambda: b * 2.5)
show(lambda: b / b)
show(lambda: b == True)
show(lambda: b > False)
show(lambda: b & a)
show(lambda: True & b)

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

show(lambda: a < v)
show(lambda: 1 < a)
show(lambda: a >= 3)
show(lambda: a == [0, 1, 2])
show(lambda: a == f)
show(lambda: a != f)
show(lambda: a == None)
show(lambda: a != None)
show(lambda: a == 'x')
show(lambda: a != 'x')
show(lambda: a == {})
show(lambda: a < None)
show(lambda: a < 'x')
show(lambda: a == [1, 2])
show(lambda: a < [1, 2])
show(lambda: a == np.zeros(4))
show(lambda: a < 2**70)
show(lambda: a == 2**70)
show(lambda: 1 < a < 3)
show(lambda: z == 5)
show(lambda: 3 in a)
show(lambda: [0, 1, 2] in a)
show(lambda: 7 in a)
show(lambda: None in a)

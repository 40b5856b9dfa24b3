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

show(lambda: a + None)
show(lambda: None + a)
show(lambda: a * {})
show(lambda: a + object)
show(lambda: a + 'x')
show(lambda: 'x' + a)
show(lambda: a + np.ones(4))
show(lambda: a * np.ones((3, 2)))
show(lambda: a @ None)
show(lambda: hash(a))
show(lambda: {a})
show(lambda: a())
show(lambda: a.foo)

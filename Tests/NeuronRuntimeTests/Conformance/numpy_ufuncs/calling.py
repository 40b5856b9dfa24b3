import numpy as np


def show(action):
    try:
        result = action()
        print(repr(result), type(result).__name__)
    except Exception as error:
        print(type(error).__name__, error)


a = np.arange(6).reshape(2, 3)
v = np.arange(3)


class Thing:
    pass

show(lambda: np.add)
show(lambda: np.mod)
show(lambda: np.abs)
show(lambda: np.true_divide)
show(lambda: np.add.__name__)
show(lambda: np.add.nin)
show(lambda: np.add.nout)
show(lambda: np.sqrt.nargs)
show(lambda: np.add.identity)
show(lambda: np.subtract.identity)
show(lambda: np.add.foo)
show(lambda: np.sqrt())
show(lambda: np.sqrt(1, 2, 3))
show(lambda: np.add(1))
show(lambda: np.add(1, 2, 3))
show(lambda: np.sqrt(None))
show(lambda: np.sqrt('a'))
show(lambda: np.sqrt(Thing()))
show(lambda: np.add(a, 1, dtype=float))
show(lambda: np.add(a, 1, out=np.zeros((2, 3))))
show(lambda: np.add(a, 1, np.zeros((2, 3))))
show(lambda: np.add(a, 1.5, out=np.zeros((2, 3), int)))
show(lambda: np.add(a, 1, out=np.zeros((3, 2))))
show(lambda: np.divide(a, v, out=np.zeros((2, 3)), where=v != 0))
show(lambda: np.sqrt(a, where=a > 1, out=np.zeros((2, 3))))
show(lambda: np.sqrt(a, out=5))
show(lambda: np.sqrt(a, foo=1))
show(lambda: type(np.add))
show(lambda: callable(np.exp))
show(lambda: list(map(np.sqrt, [1, 4])))

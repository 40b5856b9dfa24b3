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

show(lambda: int(z))
show(lambda: float(z))
show(lambda: int(np.array([3])))
show(lambda: float(np.array([[2]])))
show(lambda: int(a))
show(lambda: float(f))
show(lambda: len(a))
show(lambda: len(z))
show(lambda: len(np.zeros((0, 3))))
show(lambda: list(a))
show(lambda: list(v))
show(lambda: [n * 2 for n in v])
show(lambda: iter(z))
show(lambda: tuple(v))
show(lambda: sum(v))
show(lambda: max(v))
show(lambda: sorted(np.array([3, 1, 2])))
show(lambda: dict(enumerate(v)))
show(lambda: str(v))
show(lambda: f'{z:3d}')
show(lambda: f'{np.array(1.5):.2f}')
show(lambda: f'{v}')
show(lambda: f'{v:d}')
show(lambda: [10, 20, 30][np.array(1)])
show(lambda: list(range(np.array(3))))

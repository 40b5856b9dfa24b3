import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.angle(1))
show(lambda: np.real([1,2]))
show(lambda: np.imag([1,2]))
show(lambda: np.real(5))
show(lambda: np.imag([1,2.5]))
show(lambda: np.angle([1,-1]))
show(lambda: np.angle(-1,deg=True))

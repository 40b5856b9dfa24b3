import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.float)
show(lambda: np.int)
show(lambda: np.float_)
show(lambda: np.object)
show(lambda: np.Inf)
show(lambda: np.foo)
show(lambda: np.product)
show(lambda: np.linalg.foo)

import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.sinc([0,0.5]))
show(lambda: np.unwrap([0,3,6.5,10]))
show(lambda: np.unwrap([0,1,2,-1,0],period=4))
show(lambda: np.hanning(4))
show(lambda: np.hamming(4))
show(lambda: np.blackman(4))
show(lambda: np.bartlett(4))

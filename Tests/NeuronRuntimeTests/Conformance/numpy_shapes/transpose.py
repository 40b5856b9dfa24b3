import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.transpose([[1,2]],(0,)))
show(lambda: np.transpose([[1,2]],(0,0)))
show(lambda: np.transpose([[1,2]],(0,2)))
show(lambda: np.swapaxes([[1,2]],0,5))
show(lambda: np.moveaxis([[1,2]],0,5))
show(lambda: np.moveaxis([[1,2]],(0,1),1))
show(lambda: np.moveaxis([[1,2]],(0,0),(1,0)))
show(lambda: np.rollaxis(np.ones((2,3,4)),2).shape)
show(lambda: np.rollaxis(np.ones((2,3,4)),5))
show(lambda: np.rollaxis(np.ones((2,3,4)),1,7))
show(lambda: np.rollaxis(np.zeros((1,2,3)),2,0).shape)

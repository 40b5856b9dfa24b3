import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.max([True,False],axis=()))
show(lambda: np.argmax(5))
show(lambda: np.argmax(5,axis=0))
show(lambda: np.argmax([[1,5],[7,2]],axis=2))
show(lambda: np.argmax([[1,5],[7,2]],keepdims=True))
show(lambda: np.argmax([[1,5],[7,2]],axis=(0,1)))
show(lambda: np.argmax(np.zeros((0,3)),axis=0))
show(lambda: np.argmax(np.zeros((0,3)),axis=1))
show(lambda: np.max(np.zeros((0,3)),axis=0))
show(lambda: np.max(np.zeros((0,3)),axis=1))
show(lambda: np.max([1,2],initial=5))
show(lambda: np.max([1,2],initial=5.5))
show(lambda: np.max([1,2],where=[True,False]))
show(lambda: np.max([],initial=3))
show(lambda: np.ptp([1,5,2]))
show(lambda: np.ptp([True,False]))
show(lambda: np.max([1,2],dtype=int))
show(lambda: np.max([]))
show(lambda: np.argmax([]))

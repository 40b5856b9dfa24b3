import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.histogram([1,2,1]))
show(lambda: np.histogram([1,2,1],bins=3))
show(lambda: np.histogram([1,2,1],bins=[0,1,2,3]))
show(lambda: np.histogram([0.1,0.5,0.9],bins=4,range=(0,1)))
show(lambda: np.histogram([1,2,1],bins=3,density=True))
show(lambda: np.histogram([1,2,1],bins=3,weights=[1,2,0.5]))
show(lambda: np.histogram([],bins=3))
show(lambda: np.histogram([1,1,1],bins=2))
show(lambda: np.histogram([1,2],bins=0))
show(lambda: np.histogram([1,2],bins=[2,1]))
show(lambda: np.histogram([1,2],bins=1.5))
show(lambda: np.histogram([1,np.nan]))
show(lambda: np.histogram([1,2],range=(2,1)))
show(lambda: np.histogram([[1,2],[3,4]],bins=2))
show(lambda: np.histogram_bin_edges([1,2,3],bins=2))
show(lambda: np.histogram([5,1,2,3,9],bins=[1,2,5,9],density=True))
show(lambda: np.histogram([1,2],bins=[[1,2]]))
show(lambda: np.histogram([True,False]))

import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.pad([1,2],-1))
show(lambda: np.pad([1,2],1.5))
show(lambda: np.pad([1,2],(1,2,3)))
show(lambda: np.pad([1,2],1,mode='foo'))
show(lambda: np.pad([1,2],1,mode='edge',constant_values=3))
show(lambda: np.pad([1,2],1,constant_values=(7,8)))
show(lambda: np.pad([],1,mode='edge'))
show(lambda: np.pad([1,2,3],5,mode='reflect'))
show(lambda: np.pad([1,2,3],5,mode='symmetric'))
show(lambda: np.pad([1,2,3],5,mode='wrap'))

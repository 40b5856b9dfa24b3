import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.append([1],[2],0))
show(lambda: np.append([[1]],[2],0))
show(lambda: np.insert([1,2,3],5,1))
show(lambda: np.insert([1,2,3],[1,5],1))
show(lambda: np.insert([[1,2],[3,4]],1,[5,6],axis=3))
show(lambda: np.insert([1,2,3],1.0,5))
show(lambda: np.insert([1,2,3],[True,False,True],5))
show(lambda: np.insert([1,2,3],1,[5,6]))
show(lambda: np.insert([1,2,3],1,2.7))

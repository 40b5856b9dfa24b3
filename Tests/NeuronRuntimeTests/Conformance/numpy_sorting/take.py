import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.extract([True,False,True],[1,2,3]))
show(lambda: np.extract([1,0,0,1],[[1,2],[3,4]]))
show(lambda: np.take([1,2,3],[0,2]))
show(lambda: np.take([1,2,3],5))
show(lambda: np.take([[1,2],[3,4]],[0,1],axis=1))
show(lambda: np.take([1,2,3],[5,-7],mode='wrap'))
show(lambda: np.take([1,2,3],[5,-7],mode='clip'))
show(lambda: np.take([1,2,3],1.5))
show(lambda: np.take([1,2,3],[1.0]))
show(lambda: np.take([1,2,3],[True,False]))
show(lambda: np.take([1,2,3],[[0,1],[2,0]]))
show(lambda: np.take([1,2,3],1))
show(lambda: np.take([1,2,3],[0],mode='foo'))
show(lambda: np.take([[1,2],[3,4]],3))
show(lambda: np.take_along_axis(np.array([[3,1],[2,5]]),np.array([[1,0],[0,1]]),axis=1))
show(lambda: np.take_along_axis([[3,1],[2,5]],[[1,0],[0,1]],axis=1))
show(lambda: np.take_along_axis(np.array([[3,1],[2,5]]),np.array([1,0]),axis=1))
show(lambda: np.take_along_axis(np.array([[3,1],[2,5]]),np.array([1,0]),axis=None))
show(lambda: np.take_along_axis(np.array([[3,1],[2,5]]),np.array([[1.,0]]),axis=1))
show(lambda: np.take_along_axis(np.array([[3,1],[2,5]]),np.array([[5,0]]),axis=1))
show(lambda: np.choose([0,1,0],[[1,2,3],[4,5,6]]))
show(lambda: np.choose([0,2,0],[[1,2,3],[4,5,6]]))
show(lambda: np.choose([0,2,-1],[[1,2,3],[4,5,6]],mode='clip'))
show(lambda: np.choose([0,2,-1],[[1,2,3],[4,5,6]],mode='wrap'))
show(lambda: np.compress([True,False,True],[1,2,3]))
show(lambda: np.compress([0,1],[[1,2],[3,4]],axis=0))
show(lambda: np.compress([0,1,1,1,1],[1,2,3]))
show(lambda: np.compress([0,0,0,1],[1,2,3]))

import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.partition([3,1,2],1))
show(lambda: np.partition([3,1,2],5))
show(lambda: np.argpartition([3,1,2],1))
show(lambda: np.partition([7,1,5,3,2,9],2))
show(lambda: np.argpartition([7,1,5,3,2,9],2))
show(lambda: np.partition([7,1,5,3,2,9,8,4,6,0,11,15,13,12,14,10],8))
show(lambda: np.argpartition([7,1,5,3,2,9,8,4,6,0,11,15,13,12,14,10],8))
show(lambda: np.partition([7,1,5,3,2,9,8,4,6,0,11,15,13,12,14,10],[3,12]))
show(lambda: np.argpartition([7,1,5,3,2,9,8,4,6,0,11,15,13,12,14,10],[3,12]))
show(lambda: np.argpartition([7.,1,5,3,2,9,8,4,6,0,11,15,13,12,14,10],15))
show(lambda: np.argpartition([7.,1,5,3,2,9,8,4,6,0,11,15,13,12,14,10],-4))
show(lambda: np.partition([[3,1,2],[9,7,8]],1,axis=1))
show(lambda: np.partition([[3,1,2],[9,7,8]],0,axis=0))
show(lambda: np.partition([[3,1,2],[9,7,8]],2,axis=None))
show(lambda: np.partition(5,0))
show(lambda: np.partition([3,1],1.0))
show(lambda: np.partition([3,1],0,kind='foo'))
show(lambda: np.argpartition([3,1],-3))

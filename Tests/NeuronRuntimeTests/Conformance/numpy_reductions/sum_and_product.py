import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.sum(5,axis=0))
show(lambda: np.sum(5,axis=1))
show(lambda: np.sum([True,True]))
show(lambda: np.sum([[1,2],[3,4]],axis=()))
show(lambda: np.sum([True,False],axis=()))
show(lambda: np.sum([1,2],initial=0.5))
show(lambda: np.sum([1,2],where=[1,0]))
show(lambda: np.sum([1.5,2],where=[True,False]))
show(lambda: np.sum([1,2],dtype=float))
show(lambda: np.sum([1.5,2.7],dtype=int))
show(lambda: np.sum([1.5,2.7],dtype=bool))
show(lambda: np.prod([]))
show(lambda: np.prod([True,True]))
show(lambda: np.sum((x for x in [1,2])))
show(lambda: np.sum([1,2],keepdims=1))
show(lambda: np.sum([1,2],0,None,None,True))
show(lambda: type(np.sum([1,2])),type(np.mean([1])),type(np.count_nonzero([1])),type(np.any([1])),type(np.argmax([1])))
show(lambda: np.sum([1,[2]]))
show(lambda: np.sum())
show(lambda: np.sum([1],foo=1))
show(lambda: np.sum([1],axis=2))
show(lambda: np.sum([[1,2],[3,4]],axis=(0,0)))
show(lambda: np.sum([1,2],1,2,3,4,5,6,7,8,9))
show(lambda: np.sum([1,2],axis='x'))
show(lambda: np.sum([1,2],axis=1.0))
show(lambda: np.sum([[1,2]],axis=[0,1]))
show(lambda: isinstance(np.sum([1]),np.generic))

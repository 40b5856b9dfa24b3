import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.average([1,2,3]))
show(lambda: np.average([1,2,3],weights=[1,1,2],returned=True))
show(lambda: np.average([[1,2],[3,4]],axis=1,returned=True))
show(lambda: np.average([[1,2],[3,4]],axis=1,weights=[1,3]))
show(lambda: np.average([1,2],weights=[0,0]))
show(lambda: np.average([[1,2],[3,4]],weights=[1,3]))
show(lambda: np.average([[1,2],[3,4]],axis=1,weights=[1,3,4]))
show(lambda: np.average([[1,2],[3,4]],axis=1,weights=[1,3],returned=True,keepdims=True))
show(lambda: np.mean([1,2],dtype=int))
show(lambda: np.mean([1,2,4],dtype=float))
show(lambda: np.std([1,2],ddof=3))
show(lambda: np.std([1,2],ddof=1,correction=1))
show(lambda: np.var([],ddof=0))
show(lambda: np.var(5))
show(lambda: np.mean([]))
show(lambda: np.mean([[],[]],axis=1))
show(lambda: np.mean([True,False]))
show(lambda: np.mean(np.ones((2,3)),axis=(0,1),keepdims=True))
show(lambda: np.mean([1,2,3],where=[True,True,False]))
show(lambda: np.std([1.,2,3],mean=2))

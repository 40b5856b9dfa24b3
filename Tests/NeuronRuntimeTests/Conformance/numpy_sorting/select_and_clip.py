import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.select([[True,False],[True,True]],[[1,2],[3,4]],default=9))
show(lambda: np.select([],[]))
show(lambda: np.select([[True]],[[1],[2]]))
show(lambda: np.select([[1,0]],[[1,2]]))
show(lambda: np.select([np.array([True,False])],[np.array([1,2])]))
show(lambda: np.piecewise([1,2,3],[[True,False,False]],[5,6]))
show(lambda: np.piecewise(np.array([-1.,2,3]),[True,False,True],[lambda x:x*2,lambda x:x*3]))
show(lambda: np.piecewise(np.array([-1.,2,3]),[np.array([True,False,False])]*2,[1]))
show(lambda: np.clip([1,5,9],2,6))
show(lambda: np.clip([1,5,9],2.5,6))
show(lambda: np.clip([1,5,9],None,6))
show(lambda: np.clip([1,5,9],None,None))
show(lambda: np.clip([1,5,9]))
show(lambda: np.clip([1,5,9],[2,6,1],7))
show(lambda: np.clip(5,1,3))
show(lambda: np.clip([1,5],min=2))
show(lambda: np.clip([1,5],2,max=3))
show(lambda: np.clip([1,5],3,2))
show(lambda: np.clip([1.,np.nan],0,1))

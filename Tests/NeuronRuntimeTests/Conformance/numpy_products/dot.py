import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.dot([1,2],[3,4]))
show(lambda: np.dot([[1,2],[3,4]],[1,2]))
show(lambda: np.dot([1,2],[[1,2],[3,4]]))
show(lambda: np.dot(2,[1,2]))
show(lambda: np.dot([[1,2],[3,4]],2))
show(lambda: np.dot(2,3))
show(lambda: np.dot(np.ones((2,3)),np.ones((2,3))))
show(lambda: np.dot(np.ones((2,3,4)),np.ones((4,5))).shape)
show(lambda: np.dot(np.ones((2,3,4)),np.ones((6,4,5))).shape)
show(lambda: np.dot([True,False],[True,True]))
show(lambda: np.dot([1,2],[1.5,2]))
show(lambda: np.dot(np.ones((2,3)),np.ones(2)))
show(lambda: np.vdot([[1,2],[3,4]],[[1,2],[3,4]]))
show(lambda: np.vdot([1,2],[1,2,3]))
show(lambda: np.inner([1,2],[3,4]))
show(lambda: np.inner([[1,2]],[[3,4],[5,6]]))
show(lambda: np.inner([1,2],[1,2,3]))
show(lambda: np.inner(2,[1,2]))
show(lambda: np.outer([1,2],[3,4]))
show(lambda: np.outer([[1,2]],[3,4]))
show(lambda: np.outer([True,False],[True,True]))
show(lambda: np.vecdot([1,2],[3,4]))

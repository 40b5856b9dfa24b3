import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.tensordot([1,2],[3,4],1))
show(lambda: np.tensordot(np.ones((2,3)),np.ones((3,4))).shape)
show(lambda: np.tensordot(np.ones((2,3)),np.ones((3,4)),1).shape)
show(lambda: np.tensordot(np.ones((2,3)),np.ones((3,4)),([1],[0])).shape)
show(lambda: np.tensordot(np.ones((2,3)),np.ones((3,4)),([0],[0])).shape)
show(lambda: np.tensordot([1,2],[3,4],0))
show(lambda: np.tensordot([1,2],[3,4],2))
show(lambda: np.tensordot(np.ones((2,3)),np.ones((2,3))))
show(lambda: np.kron([1,2],[1,10]))
show(lambda: np.kron([[1,2]],[[1],[10]]))
show(lambda: np.kron(np.identity(2),[[1,2],[3,4]]))
show(lambda: np.cross([1,2,3],[4,5,6]))
show(lambda: np.cross([1,2],[4,5]))
show(lambda: np.cross([1,2],[4,5,6]))
show(lambda: np.cross([1,2,3,4],[1,2,3,4]))
show(lambda: np.cross([[1,2,3],[4,5,6]],[7,8,9]))
show(lambda: np.cross(1,2))

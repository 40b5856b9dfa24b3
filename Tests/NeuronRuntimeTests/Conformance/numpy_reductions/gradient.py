import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.gradient([1,4,9,16]))
show(lambda: np.gradient([1,4,9,16],2))
show(lambda: np.gradient([1,4,9,16],[0,1,3,4]))
show(lambda: np.gradient([1,4,9,16],edge_order=2))
show(lambda: np.gradient([1,4,9,16.],[0,1,3,4.5],edge_order=2))
show(lambda: np.gradient([[1,2],[3,5]]))
show(lambda: np.gradient([[1,2],[3,5]],axis=1))
show(lambda: np.gradient([[1,2],[3,5]],1,2))
show(lambda: np.gradient([1]))
show(lambda: np.gradient([1,2],edge_order=3))
show(lambda: np.gradient([1,2],1,2))
show(lambda: np.gradient([1,2,3],[1,2]))

import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.vstack([[1,2],[3]]))
show(lambda: np.hstack([[1,2],[[3]]]))
show(lambda: np.stack([]))
show(lambda: np.stack([1,2]))
show(lambda: np.stack([[1,2],[3,4]],axis=3))
show(lambda: np.stack([[1,2],[3,4]],axis=-3))
show(lambda: np.dstack([[1,2],[3,4]]))
show(lambda: np.column_stack([[1,2],[3,4]]))
show(lambda: np.column_stack([[1,2],[3]]))
show(lambda: np.block([[np.ones((2,2)),np.zeros((2,1))]]))
show(lambda: np.block([[1,2],[3]]))

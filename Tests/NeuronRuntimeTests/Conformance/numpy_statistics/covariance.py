import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.cov([1,2,3],[4,6,9]))
show(lambda: np.cov([[1,2,3],[4,6,9]]))
show(lambda: np.cov([[1,2],[3,4],[5,7]],rowvar=False))
show(lambda: np.cov([1,2,3]))
show(lambda: np.cov([1,2,3],bias=True))
show(lambda: np.cov([1,2,3],ddof=0))
show(lambda: np.cov([1]))
show(lambda: np.cov([[[1]]]))
show(lambda: np.cov([1,2,3],ddof=1.5))
show(lambda: np.cov([1,2,3],aweights=[1,2,1]))
show(lambda: np.cov([1,2,3],fweights=[1,2,1]))
show(lambda: np.corrcoef([1,2,3],[4,6,9]))
show(lambda: np.corrcoef([[1,2,3],[4,6,9],[1,0,1]]))
show(lambda: np.corrcoef([1,2,3]))

import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.linalg.inv([[1,2],[3,4]]))
show(lambda: np.linalg.inv([[1,2,3]]))
show(lambda: np.linalg.solve([[1,2],[3,4]],[1,2]))
show(lambda: np.linalg.solve([[1,2],[3,4]],[1,2,3]))
show(lambda: np.linalg.solve([[1,2],[2,4]],[1,2]))
show(lambda: np.linalg.solve([[1,2],[3,4]],[[1],[2]]))
show(lambda: np.linalg.lstsq([[1,1],[1,2],[1,3]],[1,2,2],rcond=None))
show(lambda: np.linalg.lstsq([[1,1],[1,2],[1,3]],[1,2]))
show(lambda: np.linalg.pinv([[1,2],[3,4],[5,6]]))
show(lambda: np.linalg.inv(np.ones((0,0))))
show(lambda: np.linalg.inv(np.array([[[1,2],[3,4]],[[2,0],[0,2]]])))
show(lambda: np.linalg.solve(np.array([[[1,2],[3,4]],[[2,0],[0,2]]]),[[1],[2]]))
show(lambda: np.linalg.solve(np.array([[[1,2],[3,4]],[[2,0],[0,2]]]),[1,2]))
show(lambda: np.linalg.solve([[1,2]],[1]))
show(lambda: np.linalg.solve(1,1))
show(lambda: np.linalg.lstsq([[1,1],[2,2],[3,3]],[1,2,3])[2])
show(lambda: np.linalg.lstsq([1,2],[1,2]))
show(lambda: np.linalg.lstsq([[1,2]],[[[1]]]))
show(lambda: np.linalg.pinv([[1,2],[2,4]]))
show(lambda: np.linalg.inv([[1e-20,1],[1,1]]))

import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.apply_along_axis(lambda r: r.sum(),1,[[1,2],[3,4]]))
show(lambda: np.apply_along_axis(lambda r: r*2,0,[[1,2],[3,4]]))
show(lambda: np.apply_along_axis(sorted,1,[[2,1],[4,3]]))
show(lambda: np.apply_along_axis(lambda r: [[r[0],r[1]],[1,2]],1,[[1,2],[3,4]]))
show(lambda: np.apply_over_axes(np.sum,[[1,2],[3,4]],[0,1]))
show(lambda: np.vectorize(lambda x: x*2)([1,2,3]))
show(lambda: np.vectorize(lambda x,y: x+y if x>y else 0)([1,2,3],2))
show(lambda: np.vectorize(lambda x: x*2.5)(3))
show(lambda: np.vectorize(lambda x: (x,x*2))([1,2]))
show(lambda: np.vectorize(lambda x: 1 if x<2 else 2.5)([1,2]))
show(lambda: np.vectorize(lambda x: x,otypes=[float])([1,2]))

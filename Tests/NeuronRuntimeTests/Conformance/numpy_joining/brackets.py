import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.c_[[1,2],[3,4]])
show(lambda: np.c_[1,2])
show(lambda: np.r_[1:4,0,4])
show(lambda: np.r_[[1,2],[[3]]])
show(lambda: np.r_[5])
show(lambda: np.r_[()])
show(lambda: np.c_[np.ones(2),np.array([[1,2],[3,4]])])
show(lambda: np.c_[1:4,4:7])
show(lambda: np.s_[1:2,...])
show(lambda: np.index_exp[1:2])
show(lambda: np.ix_([1,2],[3]))
show(lambda: np.ix_([True,False,True],[3]))
show(lambda: np.ix_([[1]]))
show(lambda: np.ix_(1))
show(lambda: np.ix_([]))
show(lambda: np.ix_([1.5]))
show(lambda: np.r_.x)
show(lambda: np.mgrid[0:2,0:3])
show(lambda: np.ogrid[0:2,0:3])
show(lambda: np.s_[1:2])

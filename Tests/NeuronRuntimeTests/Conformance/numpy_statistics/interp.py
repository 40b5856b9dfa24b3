import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.interp(2.5,[1,2,3],[3,2,0]))
show(lambda: np.interp([0,1,1.5,2.72,3.14],[1,2,3],[3,2,0]))
show(lambda: np.interp(5,[1,2,3],[3,2,0],right=-1))
show(lambda: np.interp(0,[1,2,3],[3,2,0],left=-1))
show(lambda: np.interp([-180,-170,190],[190,-190,350,-350],[5,10,3,4],period=360))
show(lambda: np.interp(2,[1,2],[1,2,3]))
show(lambda: np.interp(2,[],[]))
show(lambda: np.interp(np.nan,[1,2],[3,4]))
show(lambda: np.interp([[1,2],[3,4]],[1,4],[0,3]))

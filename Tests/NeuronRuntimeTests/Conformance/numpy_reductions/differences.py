import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.diff([1,4,9]))
show(lambda: np.diff([1,4,9],n=2))
show(lambda: np.diff([1,4,9],n=0))
show(lambda: np.diff([1,4,9],n=-1))
show(lambda: np.diff([1,4,9],n=5))
show(lambda: np.diff([[1,4],[9,16]],axis=0))
show(lambda: np.diff([True,False,True]))
show(lambda: np.diff([1,4,9],prepend=0))
show(lambda: np.diff([1,4,9],append=[1,2]))
show(lambda: np.diff(5))
show(lambda: np.ediff1d([1,4,9],to_begin=-1,to_end=[5,6]))
show(lambda: np.ediff1d([1,4,9],to_begin=0.5))
show(lambda: np.trapezoid([1,2,3]))
show(lambda: np.trapezoid([1,2,3],x=[0,2,3]))
show(lambda: np.trapezoid([1,2,3],dx=0.5))
show(lambda: np.trapezoid([[1,2,3],[4,5,6]],axis=0))
show(lambda: np.trapz([1,2,3]))

import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.allclose([1,2],[1,2.0000001]))
show(lambda: np.allclose([1,np.nan],[1,np.nan]))
show(lambda: np.allclose([1,np.nan],[1,np.nan],equal_nan=True))
show(lambda: np.isclose([1,2],[1,2.1]))
show(lambda: np.isclose(1,1+1e-9))
show(lambda: np.isclose([1,np.inf,np.nan],[1,np.inf,np.nan],equal_nan=True))
show(lambda: np.isclose([1,2],[1,2.1],atol=0.2))
show(lambda: np.isclose([1,2],[1,2,3]))
show(lambda: np.array_equal([1,2],[1,2]))
show(lambda: np.array_equal([1,2],[1,2,3]))
show(lambda: np.array_equal([1,np.nan],[1,np.nan]))
show(lambda: np.array_equal([1,np.nan],[1,np.nan],equal_nan=True))
show(lambda: np.array_equiv([1,2],[[1,2],[1,2]]))
show(lambda: np.array_equiv([1,2],[[1,2],[1,3]]))

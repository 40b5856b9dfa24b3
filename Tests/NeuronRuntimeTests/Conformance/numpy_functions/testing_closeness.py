import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.testing.assert_allclose([1,2],[1,3]))
show(lambda: np.testing.assert_allclose([1.,2],[1,2.5],rtol=1e-3,atol=1e-2,err_msg='hi'))
show(lambda: np.testing.assert_allclose(1.0,1.1))
show(lambda: np.testing.assert_allclose([1,2],[1,2,3]))
show(lambda: np.testing.assert_allclose([1,np.nan],[1,2]))
show(lambda: np.testing.assert_allclose([1,np.nan],[1,np.nan]))
show(lambda: np.testing.assert_allclose([[1,2],[3,4]],[[1,2],[3,5.]]))
show(lambda: np.testing.assert_allclose([1,2],[1,2]))
show(lambda: np.testing.assert_almost_equal(1.0,1.1))
show(lambda: np.testing.assert_almost_equal(1.0,1.0000000001))
show(lambda: np.testing.assert_almost_equal([1.0,2],[1.0,2.1],decimal=3))
show(lambda: np.testing.assert_almost_equal(1,2))
show(lambda: np.testing.assert_array_almost_equal([1,2],[1,2.1]))
show(lambda: np.testing.assert_allclose([np.inf,1],[np.inf,2]))
show(lambda: np.testing.assert_allclose([np.inf,1],[1,2]))
show(lambda: np.testing.assert_allclose([0.,1],[1e-9,0]))
show(lambda: np.testing.assert_allclose([0.123456789,1],[0.2,1]))

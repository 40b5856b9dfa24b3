import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.testing.assert_array_equal([1,2],[1,3]))
show(lambda: np.testing.assert_array_equal([1,2],[1,2,3]))
show(lambda: np.testing.assert_array_equal(1,2))
show(lambda: np.testing.assert_array_equal([1,np.nan],[1,3.]))
show(lambda: np.testing.assert_array_equal([True,False],[True,True]))
show(lambda: np.testing.assert_array_equal([1,2,3],2))
show(lambda: np.testing.assert_equal(1,2))
show(lambda: np.testing.assert_equal('a','b'))
show(lambda: np.testing.assert_equal(np.array([1,2]),[1,3]))
show(lambda: np.testing.assert_equal(np.nan,np.nan))
show(lambda: np.testing.assert_equal((1,2),(1,2)))
show(lambda: np.testing.assert_array_less([1,2],[2,2]))
show(lambda: np.testing.assert_(False))
show(lambda: np.testing.assert_(False,'msg'))
show(lambda: np.testing.assert_array_equal([0,1],[0.5,0]))
show(lambda: np.testing.assert_equal([1,2],[1,3]))
show(lambda: np.testing.assert_equal([1,[2,5]],[1,[2,6]]))
show(lambda: np.testing.assert_equal([1,2],[1,3,4]))
show(lambda: np.testing.assert_equal({'a':1},{'a':2}))
show(lambda: np.testing.assert_equal([np.array([1,2])],[np.array([1,3])]))
show(lambda: np.testing.assert_equal(1,2,'hm'))
show(lambda: np.testing.assert_equal(1,2,err_msg='a\nb'))
show(lambda: np.testing.assert_equal([1,2],(1,2)))

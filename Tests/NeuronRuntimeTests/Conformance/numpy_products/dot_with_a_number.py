import numpy as np

x = np.array([-1.0, 2.0, np.inf])
print(np.dot(x, 0.0), np.dot(0.0, x), x.dot(-0.0))
print(np.dot(np.array([-0.0, 2.0]), 3), np.dot(2, 3), np.dot(np.array([1, 2]), 3))
print(x.__class__, x.__class__ is np.ndarray)
for dims in ((5, 6), (3, 4)):
    try:
        print(np.ravel_multi_index((2, 1), dims))
    except ValueError as error:
        print(error)
for values, bins in (([1e20, 1e20], 10), ([1e16, 1e16 + 2], 10), ([1.0, 2.0, 2.0], 2)):
    try:
        print(np.histogram(values, bins=bins))
    except ValueError as error:
        print(error)

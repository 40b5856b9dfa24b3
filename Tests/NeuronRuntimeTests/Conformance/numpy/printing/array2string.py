import numpy as np

a = np.array([[1.5, -2.25, 1 / 3], [4.0, 5.0, 600.0]])
print(np.array2string(a, precision=2, separator=', '))
print(np.array2string(a, separator=',', prefix='weights = '))
print(np.array2string(a, suppress_small=True, max_line_width=12))
print(np.array2string(a, formatter={'float_kind': lambda x: "%.2f" % x}))
print(np.array2string(a, threshold=3, edgeitems=1))
print(np.array2string(a, floatmode='fixed', precision=1, sign=' '))
print(np.array2string(np.array([1e-10, 1.0]), suppress_small=True), np.array2string(np.array(2.5)))
print(np.array_str(a, precision=1), np.array_repr(a, precision=1, max_line_width=20))
print(np.array_repr(np.array([])), np.array_repr(np.zeros((0, 3)), max_line_width=10))
print(np.array2string(np.array([1, 2]), formatter={'int': lambda x: f"{x}\n{x * x}"}))

import numpy as np

counts = np.zeros(4)
np.add.at(counts, [0, 1, 1, 3, 1], 1)
print(counts)
a = np.arange(6).reshape(2, 3).copy()
np.subtract.at(a, ([0, 0], [1, 1]), [1, 2])
print(a)
np.maximum.at(a, (slice(None), 0), 10)
print(a)
np.multiply.at(a, 1, 2)
print(a)

import numpy as np

print(np.arange(2**53, 2**53 + 3))
print(np.arange(2**62, 2**62 + 3))
print(np.arange(10, 0, -3), np.arange(5, 5), np.arange(0, -5))
print(len(np.arange(0, -1e30)))

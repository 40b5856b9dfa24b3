import numpy as np
x = np.float64(1.0)
zero = np.float64(0.0)
print(x / zero, -x / zero, zero / zero, x / 0, 1 / zero, 0 / zero, x % zero, x // zero)

import numpy as np
print(np.hypot(3, 4), np.fabs(-3), np.arctan2(1, 1), np.copysign(3, -1), np.exp(1), np.sqrt(2))

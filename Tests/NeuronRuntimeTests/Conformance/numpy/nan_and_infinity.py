import numpy as np
print(np.log(0.0), np.log(-1.0), np.sqrt(-1.0), np.exp(1000.0), np.exp(-1000.0), np.inf, np.nan, -np.inf, np.isnan(np.nan), np.isinf(np.inf), np.isfinite(1.0), np.arcsin(2.0), np.float64("nan") if False else 0)
print(np.float64(10) ** 400, np.float64(0) ** -1, np.float64(-8) ** (1 / 3), np.maximum(np.nan, 1.0), np.sign(-2.5), np.floor(2.7), np.ceil(2.2), np.rint(2.5))

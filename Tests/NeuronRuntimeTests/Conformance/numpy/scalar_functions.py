import numpy as np
print(np.exp(1), np.exp(0.0), np.log(2.0), np.sqrt(2), np.sin(1.0), np.tanh(0.5), np.maximum(1.0, 2.5), np.minimum(1.0, 2.5), np.abs(-2.5), np.square(3.0), np.power(2.0, 3), np.pi, np.e)
x = np.exp(-1.0)
print(1 / (1 + x), x * 2, 2 - x, -x, x ** 2, x > 0.3, [x], (x,), {"k": x}, str(x), repr(x), f"{x}", f"{x:.3f}", "%.2f" % x, round(x, 3), float(x), int(np.exp(2)), type(x))

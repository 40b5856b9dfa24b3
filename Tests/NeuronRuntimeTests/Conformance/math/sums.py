import math
print(math.fsum([0.1] * 10), math.fsum([1e16, 1, -1e16]), math.hypot(3, 4), math.hypot(1, 2, 2), math.hypot(), math.dist([0, 0], [3, 4]), math.fsum([]), math.fsum([1e308, 1e308, -1e308]) if False else 0)

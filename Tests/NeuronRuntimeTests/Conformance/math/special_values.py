import math
inf = math.inf
nan = math.nan
print(math.exp(-inf), math.exp(inf), math.atan(inf), math.tanh(-inf), math.log(inf), math.sqrt(inf), math.sqrt(nan), math.sin(nan), math.exp(nan), math.pow(0, 0), math.pow(1, nan), math.pow(2, -1), math.pow(inf, 0), math.atan2(0, -1), math.atan2(-0.0, -1), math.atan2(1, inf), math.hypot(inf, nan), math.exp(-1000), math.floor(-0.5), math.pow(-2, 3), math.degrees(math.pi), math.radians(180))

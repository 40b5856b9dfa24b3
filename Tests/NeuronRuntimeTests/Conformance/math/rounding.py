import math
for x in [1.5, -1.5, 2.0, -0.0, 1e20, 5, True, -7]:
    print(math.floor(x), math.ceil(x), math.trunc(x), math.fabs(x))
print(type(math.floor(2.5)), math.modf(3.25), math.modf(-3.25), math.frexp(8.0), math.ldexp(0.5, 4), math.fmod(-7, 3), math.fmod(7, -3), math.remainder(7, 3), math.copysign(3, -0.0))

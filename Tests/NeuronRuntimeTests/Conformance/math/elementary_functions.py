import math
for x in [0.0, 0.5, 1.0, 2.0, -1.0, 10.0, 0.1]:
    print(math.sin(x), math.cos(x), math.tan(x), math.atan(x), math.exp(x), math.tanh(x), math.erf(x), math.expm1(x), math.sinh(x), math.cosh(x), math.asinh(x), math.erfc(x))
for x in [0.5, 1.0, 2.0, 10.0, 100.0, 1e-300, 1e300]:
    print(math.log(x), math.sqrt(x), math.log2(x), math.log10(x), math.log1p(x), math.lgamma(x), math.cbrt(x))
print(math.asin(0.5), math.acos(0.5), math.atanh(0.5), math.acosh(2), math.gamma(5), math.gamma(0.5), math.log(8, 2), math.log(100, 10), math.exp2(3), math.log2(8), math.log10(1000))

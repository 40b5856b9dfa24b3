# Squares are what C's pow gives, which is not always the product.
x = 0.1
different = 0
for i in range(20000):
    x = x * 1.000734561 + 0.000317
    if i % 5 == 0:
        x = -x
    square = x**2
    if square != x * x:
        different += 1
    if i % 1000 == 0:
        print(repr(x), repr(square))
print(different)
for y in [0.0, -0.0, 1.0, -1.0, 2.0, 0.5, 1e-160, 1e-200, 5e-324, 1e100, 1e150, 1e154, float("inf"), float("-inf"), float("nan")]:
    print(y, y**2)
for n in [0, 3, -3, 2**31, 2**32, -(2**63), 2**63 - 1, 10**30, True, False]:
    print(n**2)
for bad in [1e155, -1e200]:
    try:
        print(bad**2)
    except OverflowError as e:
        print(e)
try:
    print("a" ** 2)
except TypeError as e:
    print(e)
z = 3.0
z **= 2
print(z, (-1.5) ** 2, -(1.5**2), 1.5**2.0, 2**2.0)

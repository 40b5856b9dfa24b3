from functools import partial

def power(base, exponent=2, *rest, offset=0):
    return base ** exponent + offset + len(rest)

square = partial(power, exponent=2)
cube = partial(power, exponent=3, offset=1)
print(square(5), cube(2), cube(2, offset=5), partial(power, 2)(10), partial(power, 2, 3, 4)(5))
print(cube.func is power, cube.args, cube.keywords, partial(partial(print, 1), 2).args)
partial(print, "a", sep="-")("b", "c")
print(partial(int, base=2)("101"), partial(max, 3), list(map(partial(pow, 2), range(4))))
p = partial(print)
p.label = "x"
print(p.label, callable(p), type(p), isinstance(p, partial), partial.__name__)
print(sorted(["b", "A"], key=partial(str.lower)))
print(partial(sum, [1, 2], start=10), partial(sum, [1, 2], start=10)())
class A:
    double = partial(lambda x: x * 2, 4)
print(A().double())

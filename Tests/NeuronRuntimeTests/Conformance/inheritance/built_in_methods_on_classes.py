print(str.upper("abc"), list.append([], 1), dict.get({"a": 1}, "a"), int.__add__(1, 2), str.join(",", ["a", "b"]), list(map(str.strip, [" a ", "b "])), sorted(["b", "A"], key=str.lower))
print(int.__name__, str.__name__, [t.__name__ for t in (int, float, bool, str, list, tuple, dict, set, frozenset, range, type, object, slice)])
print((1).__add__(2), (1).__add__(1.5), (1.5).__mul__(2), "a".__add__("b"), [1].__len__(), (1, 2).__contains__(2), {"a": 1}.__getitem__("a"), (5).__neg__(), (7).__floordiv__(2), (3).__eq__(3), (3).__lt__(4), "x".__eq__("x"), (3).__eq__("3"), [1].__eq__([1]))
print((1).__radd__(5), (2).__rsub__(5), (2).__rpow__(3), (3).__str__(), (3).__repr__(), "q".__repr__(), [1, "a"].__str__(), (1.5).__format__(".3f"), (255).__format__("x"), (3).__hash__(), (0).__bool__(), "abc".__getitem__(1), [4, 5].__getitem__(slice(0, 1)), (2.5).__int__(), (2).__float__(), (3).__index__(), (2.5).__round__(), (-3).__abs__(), (2.7).__trunc__())
it = [1, 2].__iter__()
print(it.__next__(), next(it))
try:
    it.__next__()
except StopIteration as e:
    print("StopIteration", e.args)
for f in [lambda: str.upper(5), lambda: list.append((), 1)]:
    try:
        print(f())
    except TypeError as e:
        print(e)
upper = "abc".upper
print(upper(), list(map("{:>3}".format, [1, 22])), list(map([3, 4].index, [4, 3])))

it = iter([1, 2, 3])
print(next(it), list(it), next(it, "end"), iter(it) is it)
def source():
    values = [3, 2, 1, 0, 9]
    def step():
        return values.pop(0)
    return step
print(list(iter(source(), 0)), [x for x in iter(lambda: 5, 5)])
for x, y in zip(range(3), "abcdef"):
    print(x, y, end=" ")
print()
z = zip([1, 2, 3], [4, 5])
print(list(z), list(z), list(zip()), list(zip([1])), list(zip(*[[1, 2], [3, 4], [5, 6]])), dict(zip("ab", (1, 2))))
print(list(enumerate("ab")), list(enumerate([5], start=10)), list(enumerate([], -1)), [(i, c) for i, c in enumerate("xy", 1)])
print(list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(str, range(3))), list(map(max, [1, 5], [4, 2], [3, 9])), list(filter(lambda x: x % 2, range(6))), list(filter(None, [0, 1, "", "a", None, [], [0]])))
print(list(reversed([1, 2])), list(reversed("ab")), list(reversed(range(5))), list(reversed((1, 2))), list(reversed({"a": 1, "b": 2})), list(reversed({"a": 1, "b": 2}.items())))
shared = iter(range(6))
print([(a, next(shared)) for a in shared], list(zip(*[iter(range(6))] * 2)))
d = {"b": 1, "a": 2}
print([k for k in d], list(d.values()), [*d.items()], sorted(d), max(d), min(d, key=d.get), sum(d.values()), list(map(d.get, "ab")), "a" in d, dict(sorted(d.items())), sorted(d, key=d.get, reverse=True))
i1 = iter("abc")
print(list(zip(i1, i1)), next(i1, None))
print(sum([[1], [2]], []), sum((), 5), sum([0.1] * 10), sum([True, True]), sum([1, 2], start=10), max([1, 2], default=0), max([], default="d"), min("hello"), max("a", "b", key=lambda c: -ord(c)), min([[3], [1, 2]]), max((1, "a"), (1, "b")), max(1, 2.5, True), min([2, 1, 1.0]), max(1, True), max(True, 1))
print(any([]), all([]), any(x > 2 for x in [1, 2, 3]), all(x > 2 for x in [3, 4]), any([0, ""]), sorted("banana"), sorted([3, 1, 2], reverse=True), sorted({"b": 1, "a": 2}), sorted([(2, "a"), (1, "b")]), sorted(["B", "a"], key=str.lower))
r = range(10, 0, -3)
print(r, list(r), len(r), r[1], r[-1], r[1:], 7 in r, 8 in r, r.index(4), r.count(1), r == range(10, -1, -3), r.start, r.stop, r.step, range(0) == range(5, 5), bool(range(0)), range(5)[::-1], range(3)[5:], list(range(3))[::-1])
for x in (y for y in range(3)):
    x += 10
    print(x, end=",")
else:
    print("else")
for i in range(3):
    i = 100
print(i)
nested = [[1, 2], [3], []]
print([x for row in nested for x in row], [len(r) for r in nested], [[x * 2 for x in r] for r in nested], sum(map(sum, nested)), sum(nested, []))
try:
    for a, b in [(1, 2), (3,)]:
        print(a, b)
except ValueError as e:
    print(e)
for i, (a, *b) in enumerate([(1, 2, 3), "xyz"]):
    print(i, a, b)
xs = [1, 2, 3, 4]
for x in xs:
    if x == 2:
        xs.remove(x)
print(xs)
for t in [str, list, tuple, dict, set, range, enumerate, zip, map, filter, reversed]:
    print(t.__name__, end=" ")

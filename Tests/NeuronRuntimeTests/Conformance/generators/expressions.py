print(sum(x * x for x in range(5)), list(x for x in "abc"), tuple(i for i in range(3) if i % 2 == 0), max((len(w), w) for w in ["a", "bbb", "cc"]), dict((k, v) for k, v in zip("ab", [1, 2])), set(x % 3 for x in range(10)), any(x > 3 for x in range(5)), all(x > 3 for x in range(5)), ",".join(str(x) for x in range(4)), sorted((-x for x in range(3)), key=abs))
g = (x * y for x in range(3) for y in range(x) if (x + y) % 2)
print(list(g), list(g))
n = 2
h = (i * n for i in range(3))
n = 100
print(list(h))
def outer():
    k = 1
    g = (i + k for i in range(3))
    k = 50
    return list(g)
print(outer())
source = [1, 2, 3]
lazy = (x for x in source)
source.append(4)
print(list(lazy))
source = [1, 2, 3]
lazy = (x for x in source)
source = "replaced"
print(list(lazy))
try:
    bad = (x for x in 5)
    print("made")
except TypeError as e:
    print(e)
bad = (1 / x for x in [1, 0, 2])
print(next(bad))
try:
    next(bad)
except ZeroDivisionError as e:
    print(e)
print(list(bad))
def find(pred, items):
    return next((x for x in items if pred(x)), None)
print(find(lambda x: x > 2, [1, 2, 3, 4]), find(lambda x: x > 9, [1]))
fs = [lambda: i for i in range(3)]
gs = list((lambda: i) for i in range(3))
hs = [f() for f in ((lambda: i) for i in range(3))]
print([f() for f in fs], [f() for f in gs], hs)
print([[y for y in range(x)] for x in range(4)], {x: [y for y in range(x)] for x in range(3)}, [(x, y) for x in range(3) for y in "ab" if x], list((a, b) for a, b in [(1, 2), (3, 4)]))
print(next(iter(x for x in [7])), type(x for x in []).__name__, sum((yes for yes in [True, True, False])), len(list(_ for _ in range(10))))
print([*(c for c in "xyz")], *(i for i in range(3)), sep="-")
print((lambda g: list(g))(x + 1 for x in range(3)), min(x for x in [3, 1, 2]), list(zip((x for x in "ab"), (y for y in range(2)))), list(enumerate(c for c in "hi")), list(map(abs, (-x for x in range(3)))), list(filter(None, (x % 2 for x in range(4)))))
print([x for x in (y for y in (z for z in range(3)))], {**{str(i): i for i in range(2)}}, [i for i in range(5) if i if i % 2])
print(list((x := y) + 1 for y in range(2)), x)

bounds = [None, 0, 1, 3, 5, 6, 9, -1, -3, -6, -9]
print([slice(i, j, s).indices(6) for i in bounds for j in bounds[:5] for s in (1, 2, -1)])
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(1, 2), s == slice(1, 10, 2), s != slice(1), list(range(20))[s], "abcdefghijkl"[s], s.indices(5))
for f in [lambda: hash(s), lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: s.indices(-1), lambda: s.indices("a"), lambda: slice("a").indices(3), lambda: [1][slice("a")], lambda: s(1), lambda: s[0], lambda: s.nope, lambda: slice(0, 5, 0).indices(3)]:
    try:
        print(f())
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)

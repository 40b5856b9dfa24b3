a, b = {1, 2, 3}, {3, 40, 5}
print(a | b, a.union(b), a.union([9], (8,), {7: 1}), a.union())
print(a | frozenset({10}), frozenset({10}) | a)
a |= b
print(a)
a.update([100], "", range(3))
print(a)

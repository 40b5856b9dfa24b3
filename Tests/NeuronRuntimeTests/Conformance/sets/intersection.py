a, b = set(range(10)), {2, 4, 60, 8.0}
print(a & b, b & a, a.intersection(b, [2, 8]), a.intersection())
print(a.intersection([True, 2.0]), frozenset(b) & a)
a &= b
print(a)
a.intersection_update([2], {2, 3})
print(a)

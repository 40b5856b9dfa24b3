a = set(range(12))
print(a - {1, 2}, a.difference([3], {4: 0}, range(5, 8)), a.difference())
print({1, 2} - set(range(2, 100)), frozenset(a) - {0})
a -= {0, 1, 2, 3, 4, 5, 6, 7}
print(a)
a.difference_update([8], (9,))
print(a, a - a)
a -= a
print(a)

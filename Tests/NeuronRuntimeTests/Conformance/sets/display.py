print({1, 2}, {3, 1, 2}, {1.5, True, 0, 1}, set(), frozenset())
print({*[3, 1], *(2,)}, {*range(4), 10})
print({-1, -2, 5 - 3, 2 ** 3})
a = 4
print({a, 1, 9, 16, 33})
print({1, 1.0, True}, {True, 1.0, 1}, {0.0, False})
print({(1, 2), (0, 1), (5, 5), (-1, 2)})
print(len({1, 2, 1}), bool(set()), bool({0}))

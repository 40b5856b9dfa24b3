it = iter({5, 6})
print(next(it), next(it), next(it, "end"))
print(list(enumerate({3, 1})), list(zip({1, 2}, "ab")), sum({1.5, 2.5}), sorted({3, 1, 2}, reverse=True))
a, *b = {4, 2, 9}
print(a, b)
print(any({0, 0.0}), all({1, 2}), max({3, 8, 5}), list(map(str, {2, 1})), tuple({1, 0}))

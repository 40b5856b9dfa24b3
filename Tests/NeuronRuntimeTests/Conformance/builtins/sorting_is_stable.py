words = ["bb", "a", "cc", "d", "eee", "ff"]
print(sorted(words, key=len), sorted(words, key=len, reverse=True), sorted("hello", reverse=True))
pairs = [(1, "b"), (0, "z"), (1, "a"), (0, "y")]
pairs.sort(key=lambda p: p[0], reverse=True)
print(pairs, sorted({3: 1, 1: 2}), sorted([True, 0, 2.5, -1]), sorted([[2], [1, 5], []]), sorted([(1, 2), (1,)]))
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed(range(3))), list(reversed({1: 2, 3: 4})))

words = ["bb", "a", "cc", "b", "aa", "c"]
print(sorted(words, key=len), sorted(words, key=len, reverse=True))
pairs = [(1, "x"), (0, "y"), (1, "a"), (0, "b")]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))
big = [(i * 7919 % 13, i) for i in range(200)]
print(sorted(big, key=lambda p: p[0]), sorted(big, key=lambda p: p[0], reverse=True))

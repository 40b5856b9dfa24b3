print({-1, -2, -3, 0, 1}, {-8, -16, 8}, {2 ** 61 - 1, 2 ** 61, 1}, {-0.5, 0.5, 1e100})
s = set(range(-6, 6))
print(s, sorted(s), min(s), max(s), sum(s))

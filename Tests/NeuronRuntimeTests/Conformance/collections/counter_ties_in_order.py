from collections import Counter

c = Counter([3, 1, 2, 3, 1, 5])
print(c, c.most_common(3))
print(Counter(["b", "a"]), Counter({2: 1.5, 1: 2}), Counter([True, 1, 1.0]))

from itertools import groupby

print([(k, list(g)) for k, g in groupby("aaabbca")])
words = ["apple", "avocado", "banana", "blueberry", "cherry"]
for letter, group in groupby(words, key=lambda w: w[0]):
    print(letter, len(list(group)))
groups = groupby([1, 1, 2, 2, 2, 3])
k, first = next(groups)
print(k, next(first))
k2, second = next(groups)
print(k2, list(first), list(second), [(k, list(g)) for k, g in groups])
print([k for k, g in groupby([1, 1.0, True, "1"])], list(groupby([])))
print({k: sum(1 for _ in g) for k, g in groupby(sorted("mississippi"))})
print([(k, [x for x in g]) for k, g in groupby(range(10), lambda n: n // 4)])

from itertools import islice, tee, count

print(list(islice("abcdefg", 2)), list(islice("abcdefg", 2, 4)), list(islice("abcdefg", 2, None)), list(islice("abcdefg", 0, None, 2)))
print(list(islice(range(10), 1, 8, 3)), list(islice([], 3)), list(islice([1], None)), list(islice([1, 2, 3], 5, 2)))
it = iter(range(10))
print(list(islice(it, 3)), next(it), list(islice(it, 2, 3)), list(it))
it = iter(range(10))
print(list(islice(it, 3, 3)), next(it))
a, b = tee([1, 2, 3])
print(next(a), next(a), list(b), list(a))
a, b, c = tee(iter("xyz"), 3)
print(list(a), next(b), list(c), list(b), tee([], 0))
a, b = tee(count())
for _ in range(500):
    next(a)
print(next(a), next(b), next(b))
d, e = tee(a)
print(d is a, next(d), next(e), next(a))

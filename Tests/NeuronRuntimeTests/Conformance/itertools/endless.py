from itertools import count, cycle, repeat, islice

print(list(islice(count(), 4)), list(islice(count(5), 3)), list(islice(count(2, -3), 4)))
print(list(islice(count(0.5, 0.25), 3)), list(islice(count(2**63 - 2), 4)), list(islice(count(step=7), 3)))
print(list(islice(cycle("ab"), 5)), list(cycle([])), list(repeat("x", 3)), list(repeat(1, -2)))
print(count(3), count(3, 2), count(1.5), count(2, 1.0), repeat("a"), repeat([1], 4))
c = count(10)
print(next(c), next(c), c)
for i, letter in zip(count(1), "abc"):
    print(i, letter)
print(list(map(pow, range(5), repeat(2))))
r = repeat(None, times=2)
print(next(r), r, list(r), list(r))
squares = (n * n for n in count(1))
print([next(squares) for _ in range(5)])

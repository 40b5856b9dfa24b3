matrix = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
print(sum(x for row in matrix for x in row if x % 2))
print([sum(x for x in row) for row in matrix])
print(list(sum(row[i] for row in matrix) for i in range(3)))
print(list((i, j) for i in range(4) if i for j in range(i) if (i + j) % 2))
print(max((len(w), w) for w in "the quick brown fox".split()))
print(dict((w, i) for i, w in enumerate("abc")))
print("-".join(str(x) for x in range(5)))
print(sorted((x % 3, x) for x in range(6)))
print(tuple(x for x in "hey"), list(x for x in ()))
print(list(map(lambda p: p[0], ((x, 1) for x in "ab"))))
print(sum((x for x in range(3)), 10))


def f(n):
    return sum(x * n for x in range(n))


print([f(n) for n in range(5)])
g = (lambda y: x + y for x in range(3))
print([h(10) for h in g])
print(*(x for x in "star"), sep="+")
print([*(x for x in range(2)), *(x for x in "z")])

# Comprehensions: mapped, filtered, nested, of dictionaries; and what folds them.

vectors = [[(i * j) % 7 - 3.0 for j in range(8)] for i in range(2000)]
weights = [0.5, -1.0, 2.0, 0.25, 1.5, -0.75, 1.0, 3.0]


def dot(u, v):
    return sum([a * b for a, b in zip(u, v)])


total = 0.0
for _ in range(150):
    scores = [dot(v, weights) for v in vectors]
    total += sum([s for s in scores if s > 0])
print(total)

count = 0
for n in range(1000):
    squares = [i * i for i in range(n)]
    evens = [x for x in squares if x % 2 == 0]
    count += len(evens)
    table = {i: x for i, x in enumerate(evens)}
    count += len(table)
print(count)

pairs = [(x, y) for x in range(1500) for y in range(1500) if (x + y) % 5 == 0]
print(len(pairs), pairs[-1])
transposed = [[row[i] for row in vectors] for i in range(8)]
print([sum(column) for column in transposed])
print(max([abs(x) for row in vectors for x in row]))

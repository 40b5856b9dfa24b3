# Dictionaries with keys of integers, strings and tuples.


def counted(words):
    counts = {}
    for word in words:
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
    return counts


names = ["w" + str(i * i % 997) for i in range(3000)]
total = 0
for _ in range(500):
    counts = counted(names)
    total += counts["w1"] + len(counts)
print(total)

squares = {}
for i in range(200000):
    squares[i] = i * i
print(sum(squares.values()), squares[777])

grid = {}
for x in range(200):
    for y in range(200):
        grid[x, y] = x * y
near = 0
for (x, y), value in grid.items():
    if value > 100:
        near += grid.get((x + 1, y), 0) - value
print(near)

hits = 0
for i in range(1500000):
    if i * 7 % 300000 in squares:
        hits += squares.get(i, 1) % 3
print(hits)
for i in range(0, 200000, 2):
    del squares[i]
print(len(squares))

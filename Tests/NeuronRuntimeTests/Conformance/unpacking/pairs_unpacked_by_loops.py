# Loops that take pairs apart at once: what is left in the iterators, and what goes wrong.


def show(pairs):
    for a, b in pairs:
        print(a, b, end="; ")
    print()


show(zip([1, 2, 3], "ab"))
show(zip("ab", (1, 2, 3)))
show(zip(range(3), {"x": 1, "y": 2}))
show(zip(range(2), (n * n for n in range(5))))
show(enumerate("äb", 5))
show(enumerate(zip("ab", "cd")))
show({"x": 1, "y": 2}.items())
show([(1, 2), [3, 4], "ab"])
show(zip())
show(zip([], []))

first = iter([1, 2, 3])
second = iter([10])
for a, b in zip(first, second):
    print(a, b)
print(list(first), list(second), a, b)

pairs = zip([1, 2, 3], [4, 5, 6])
for a, b in pairs:
    break
print(a, b, list(pairs))
for a, b in pairs:
    print("never")
else:
    print("at the end", a, b)

for x, x in zip([1, 2], [3, 4]):
    print(x)
for i, (a, (b, c)) in enumerate(zip([1, 2], [(3, 4), (5, 6)])):
    print(i, a, b, c)
print([a + b for a, b in zip([1, 2], [3, 4])], {k: v for v, k in enumerate("ab")})

table = {1: "one", 2: "two", 3: "three"}
try:
    for key, value in table.items():
        print(key, value)
        del table[key]
except RuntimeError as error:
    print(error)
table = {1: "one", 2: "two", 3: "three"}
del table[2]
show(table.items())

growing = [1, 2]
for i, x in enumerate(growing):
    if i < 4:
        growing.append(x * 10)
print(growing)

for a, b in zip([1, 2], [3, 4]):
    pair = (a, b)
    for pair in zip([pair], [5]):
        a, b = pair
        print(pair, a, b)

for bad in ([(1, 2, 3)], [(1,)], [5], zip([1], [2], [3])):
    try:
        show(bad)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


def given(pairs):
    for a, b in pairs:
        yield b, a


show(given(enumerate("xyz")))

def letters():
    for letter in "abcdefgh":
        yield letter


g = letters()
for x in g:
    if x == "b":
        break
print(next(g))
print("d" in g)
print(list(zip(range(2), g)))
print(list(g))
print(list(g))
g = letters()
print(list(zip(g, g)))
g = letters()
pairs = [(x, next(g, None)) for x in g]
print(pairs)
a, b, *rest = (x for x in range(5))
print(a, b, rest)

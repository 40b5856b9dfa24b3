def two():
    yield 1
    yield 2


g = two()
print(next(g), next(g), next(g, None), next(g, "x"))
g = two()
next(g)
next(g)
next(g)

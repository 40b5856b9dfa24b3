def f():
    yield 1


g = f()
print(list(g))
print(next(g, "end"))
g.send(5)

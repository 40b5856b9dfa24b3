def f():
    yield from [1, 2, 3]


g = f()
print(next(g))
print(g.send(None))
g.send("x")

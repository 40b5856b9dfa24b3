def f():
    yield 1
    raise StopIteration("x")


g = f()
print(next(g))
next(g)

def f():
    yield 1
    return "the value", 2


g = f()
print(next(g))
next(g)

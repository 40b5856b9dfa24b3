def f():
    yield 1
    yield 1 // zero
    yield 3


zero = 1
print(list(f()))
zero = 0
g = f()
print(next(g))
print(next(g))

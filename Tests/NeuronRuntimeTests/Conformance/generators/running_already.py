def f():
    print("begin")
    yield 1
    print(next(g))


g = f()
for x in g:
    print(x)

def f():
    x = yield 1
    print("f got", x)
    yield 2
    return "r"


def g(inner):
    x = yield from inner
    print("g got", x)


inner = f()
print(next(inner))
print(list(g(inner)))
print(list(g(inner)))

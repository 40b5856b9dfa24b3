def inner():
    x = yield "first"
    y = yield "second"
    return x + y


def middle():
    result = yield from inner()
    print("inner gave", result)
    return result * 2


def outer():
    result = yield from middle()
    print("middle gave", result)
    nothing = yield from []
    print("a list gave", nothing)
    yield "end of outer"


g = outer()
print(next(g))
print(g.send(3))
print(g.send(4))
print(next(g, "over"))

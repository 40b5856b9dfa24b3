def inner():
    try:
        yield "inner 1"
        yield "inner 2"
    except ValueError as error:
        print("inner caught", error)
        yield "inner handled"
    return "inner result"


def middle():
    try:
        result = yield from inner()
        print("middle has", result)
    except KeyError as error:
        print("middle caught", error)
        yield "middle handled"
    yield "middle end"


def outer():
    yield from middle()
    print("outer goes on")
    yield "outer end"


g = outer()
print(next(g))
print(g.throw(ValueError("v")))
print(next(g))
print(list(g))
g = outer()
print(next(g))
print(g.throw(KeyError("k")))
print(list(g))
g = outer()
print(next(g))
try:
    g.throw(TypeError("t"))
except TypeError as error:
    print("out", error)
print(list(g))


def over_list():
    try:
        yield from [1, 2, 3]
    except ValueError:
        yield "list left"


g = over_list()
print(next(g), g.throw(ValueError), list(g))

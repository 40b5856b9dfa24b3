def f(value):
    yield 1
    return value


for value in [None, 0, "text", (1, 2), [3], ValueError("as a value")]:
    g = f(value)
    next(g)
    try:
        next(g)
    except StopIteration as stop:
        print(repr(stop.value), stop.args)
    try:
        next(g)
    except StopIteration as stop:
        print(stop.value, stop.args)


def delegating():
    a = yield from f("a")
    try:
        b = yield from f("b")
    finally:
        print("finally")
    return a + b


g = delegating()
print(next(g), next(g))
try:
    g.send(None)
except StopIteration as stop:
    print(stop.value)

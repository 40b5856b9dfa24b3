def f():
    while True:
        try:
            x = yield "ready"
            print("got", x)
        except ValueError as error:
            print("caught", repr(error))
            yield "handled"
        else:
            print("else")


g = f()
print(next(g))
print(g.throw(ValueError("a")))
print(next(g))
print(g.send(1))
print(g.throw(ValueError))
print(next(g))
print(g.throw(ValueError, "text"))
print(next(g))
print(g.throw(ValueError, ("two", "arguments")))
print(next(g))
try:
    g.throw(KeyError("k"))
except KeyError as error:
    print("came out", error)
print(next(g, "finished"))
try:
    g.throw(ValueError("late"))
except ValueError as error:
    print("raised here", error)

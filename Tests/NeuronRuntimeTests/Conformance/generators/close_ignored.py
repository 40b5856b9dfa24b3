def f():
    for i in range(2):
        try:
            yield i
        except GeneratorExit:
            print("ignored")


g = f()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)
    print(next(g, "over"))


def raises():
    try:
        yield 1
    finally:
        raise ValueError("from finally")


h = raises()
next(h)
try:
    h.close()
except ValueError as error:
    print(error, repr(error.__context__))
print(next(h, "end"))


def stubborn(n):
    for i in range(n):
        try:
            yield i
        except GeneratorExit:
            pass


s = stubborn(2)
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)
print(next(s, "at its end"))

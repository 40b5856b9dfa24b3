def f():
    try:
        yield 1
    except ValueError:
        try:
            yield 2
        except KeyError as error:
            print(repr(error.__context__))
            raise TypeError("new") from error


g = f()
next(g)
print(g.throw(ValueError("first")))
try:
    g.throw(KeyError("second"))
except TypeError as error:
    print(error, repr(error.__cause__), repr(error.__context__))

h = f()
next(h)
try:
    raise IndexError("outside")
except IndexError:
    try:
        h.throw(OverflowError("in"))
    except OverflowError as error:
        print(repr(error.__context__))

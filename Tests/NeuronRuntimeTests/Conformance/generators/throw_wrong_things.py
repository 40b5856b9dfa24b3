def f():
    yield 1
    yield 2


def attempt(*arguments):
    g = f()
    next(g)
    try:
        print(g.throw(*arguments))
    except Exception as error:
        print(type(error).__name__, error)
    print(next(g, "end"))


attempt(5)
attempt(int)
attempt("text")
attempt(ValueError("a"), "b")
attempt()
attempt(1, 2, 3, 4)
attempt(ValueError, "a", 3)
attempt(ValueError, None)
attempt(ValueError, ValueError("given"))
attempt(ValueError, KeyError("other"))

def f():
    for action in (lambda: next(g), lambda: g.send(None), lambda: g.throw(KeyError), lambda: g.close(),
                   lambda: list(g), lambda: sum(g), lambda: any(g), lambda: 1 in g):
        try:
            action()
        except ValueError as error:
            print(error)
        yield 1


g = f()
print(sum(g))


def delegating():
    try:
        yield from h
    except ValueError as error:
        print("delegating", error)
        yield 2


h = delegating()
print(list(h))

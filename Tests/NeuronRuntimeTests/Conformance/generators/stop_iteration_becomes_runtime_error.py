def f():
    yield 1
    raise StopIteration("inside")


g = f()
next(g)
try:
    next(g)
except RuntimeError as error:
    print(error, repr(error.__cause__), error.__context__ is error.__cause__)
    print(error.__suppress_context__)


def first(items):
    yield next(iter(items))


try:
    print(list(first([])))
except RuntimeError as error:
    print(error)


def careful(items):
    iterator = iter(items)
    while True:
        try:
            yield next(iterator) * 2
        except StopIteration:
            return


print(list(careful([1, 2])))


def handles():
    try:
        yield 1
    except StopIteration as stop:
        print("caught", stop)
    yield 2


g = handles()
next(g)
print(g.throw(StopIteration("thrown in")))
h = (next(iter(())) for x in [1])
try:
    next(h)
except RuntimeError as error:
    print(error)

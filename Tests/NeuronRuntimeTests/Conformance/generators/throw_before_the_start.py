def f():
    try:
        print("never begins")
        yield 1
    except ValueError:
        print("never caught")
        yield 2


g = f()
try:
    g.throw(ValueError("early"))
except ValueError as error:
    print("out", error)
print(list(g))
g = f()
try:
    g.throw(StopIteration("x"))
except RuntimeError as error:
    print(repr(error), repr(error.__cause__))

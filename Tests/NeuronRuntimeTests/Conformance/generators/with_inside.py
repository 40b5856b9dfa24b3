class Context:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, type, value, trace):
        print("exit", self.name, type.__name__ if type else None, value)
        return type is ValueError


def f():
    with Context("a") as a, Context("b") as b:
        yield a
        yield b
    yield "after"


print(list(f()))
g = f()
print(next(g), g.throw(ValueError("swallowed")))
print(next(g, "end"))
g = f()
next(g)
g.close()
g = f()
next(g)
try:
    g.throw(KeyError("k"))
except KeyError as error:
    print("out", error)

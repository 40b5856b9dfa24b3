def inner(name):
    try:
        yield 1
        yield 2
    finally:
        print("inner closed", name)


def outer(name):
    try:
        yield from inner(name)
    except GeneratorExit:
        print("outer exit", name)
        raise
    finally:
        print("outer closed", name)


g = outer("a")
next(g)
g.close()
g = outer("b")
next(g)
try:
    g.throw(GeneratorExit)
except GeneratorExit:
    print("GeneratorExit came out")


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield "no"


def around():
    try:
        yield from stubborn()
    except RuntimeError as error:
        print("around caught", error)
        yield "after"


g = around()
next(g)
try:
    g.close()
except RuntimeError as error:
    print("out", error)


class Source:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration("source value")
        return self.n

    def send(self, value):
        print("source got", value)
        return self.__next__()

    def throw(self, *error):
        print("source thrown", repr(error[0]))
        return "from throw"

    def close(self):
        print("source closed")


def over():
    result = yield from Source()
    print("result", result)
    yield "end"


g = over()
print(next(g), g.send("x"), g.throw(ValueError("v")), next(g), next(g), next(g, "over"))
g = over()
next(g)
g.close()

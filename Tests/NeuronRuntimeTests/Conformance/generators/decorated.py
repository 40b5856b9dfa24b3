def started(function):
    def start(*arguments, **keywords):
        generator = function(*arguments, **keywords)
        next(generator)
        return generator

    return start


@started
def accumulate(total=0):
    while True:
        total += yield total


a = accumulate()
print(a.send(5), a.send(7))
b = accumulate(total=100)
print(b.send(1))


@started
def printer(prefix):
    try:
        while True:
            line = yield
            print(prefix, line)
    except GeneratorExit:
        print(prefix, "closed")


p = printer(">")
for line in ["one", "two"]:
    p.send(line)
p.close()


def broadcast(targets):
    while True:
        item = yield
        for target in targets:
            target.send(item)


targets = [printer("a"), printer("b")]
bc = broadcast(targets)
next(bc)
bc.send("hello")
for target in targets:
    target.close()

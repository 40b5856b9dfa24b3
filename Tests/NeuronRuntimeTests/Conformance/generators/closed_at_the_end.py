def f(name):
    try:
        yield 1
        yield 2
    finally:
        print("finally", name)


def ignoring():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("ignored")


a = f("a")
b = f("b")
never = f("never begun")
done = f("done")
print(next(a), next(b), list(done))
c = ignoring()
print(next(c))
held = [f("held in a list")]
print(next(held[0]))
print("last line")

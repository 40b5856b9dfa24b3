def f(name):
    try:
        print("begin", name)
        yield 1
        yield 2
    except GeneratorExit:
        print("exit", name)
        raise
    finally:
        print("finally", name)


g = f("a")
print(next(g))
print(g.close())
print(next(g, "closed"), g.close())
g = f("never begun")
g.close()
print(list(g))
g = f("b")
print(list(g))
g.close()


def returns():
    try:
        yield 1
    except GeneratorExit:
        print("returns instead")
        return 5


g = returns()
next(g)
print(g.close())

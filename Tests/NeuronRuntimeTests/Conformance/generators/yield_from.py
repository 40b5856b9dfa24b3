def inner(n):
    for i in range(n):
        got = yield i
        if got:
            print("inner got", got)
    return f"result {n}"
def outer():
    a = yield from inner(2)
    print("a =", a)
    b = yield from inner(1)
    print("b =", b)
    c = yield from [10, 20]
    print("c =", c)
    yield from "xy"
    yield from (i * i for i in range(3))
    yield from {1: 2}
    return a, b
g = outer()
print(next(g), g.send("hello"), next(g), list(g))
def delegating():
    try:
        result = yield from failing()
        print("result", result)
    except KeyError as e:
        print("delegating caught", e)
        yield "recovered"
def failing():
    try:
        yield 1
        yield 2
    except ValueError as e:
        print("failing caught", e)
        yield "handled"
        raise KeyError("new")
    finally:
        print("failing finally")
d = delegating()
print(next(d), d.throw(ValueError("v")), next(d), next(d, "end"))
d = delegating()
next(d)
d.close()
class Custom:
    def __init__(self):
        self.n = 0
    def __iter__(self):
        return self
    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration("custom value")
        return self.n
def over_custom():
    v = yield from Custom()
    print("custom gave", v)
o = over_custom()
print(list(o))
o = over_custom()
next(o)
try:
    o.send(1)
except AttributeError as e:
    print(e)
def bad():
    yield from 5
try:
    list(bad())
except TypeError as e:
    print(e)
def tree(t):
    if t:
        left, value, right = t
        yield from tree(left)
        yield value
        yield from tree(right)
print(list(tree(((None, 1, None), 2, ((None, 3, None), 4, None)))))
def flatten(x):
    if isinstance(x, (list, tuple)):
        for y in x:
            yield from flatten(y)
    else:
        yield x
print(list(flatten([1, (2, [3, [4, ()]], 5)])))
def accumulate():
    total = 0
    while True:
        x = yield
        if x is None:
            return total
        total += x
def gather(totals):
    while True:
        totals.append((yield from accumulate()))
totals = []
g = gather(totals)
next(g)
for x in [1, 2, None, 10, 20, None]:
    g.send(x)
print(totals)

def count(n):
    i = 0
    while i < n:
        yield i
        i += 1
print(list(count(4)), sum(count(5)), [x * 2 for x in count(3)], tuple(count(0)), max(count(3)), sorted(count(3), reverse=True), set(count(3)), dict(zip(count(2), "ab")))
g = count(3)
print(next(g), next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print("stopped", repr(e.value), e.args)
print(next(g, "default"), list(g), iter(g) is g, type(g).__name__)
def returns(n):
    yield n
    return n * 10
r = returns(1)
print(next(r))
try:
    next(r)
except StopIteration as e:
    print(e.value, e.args, repr(e))
def empty():
    return
    yield
print(list(empty()), [*empty(), *count(2)])
def effects():
    print("started")
    yield 1
    print("resumed")
    yield 2
    print("ending")
e = effects()
print("made")
print(next(e))
print(next(e))
print(next(e, None))
a, *b = count(4)
print(a, b)
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f = fib()
print([next(f) for _ in range(15)], 3 in count(5), 9 in count(5))
for x in fib():
    if x > 50:
        break
print(x)
def nested(t):
    for x in t:
        if isinstance(x, list):
            for y in nested(x):
                yield y
        else:
            yield x
print(list(nested([1, [2, [3, [4]], 5]])))
def expression():
    x = yield
    print("got", x)
    y = (yield x) or "none"
    print("then", y)
    yield [(yield 1), (yield 2)]
g = expression()
print(next(g), g.send("hello"), g.send(None), g.send("a"), g.send("b"))
print(count.__name__, callable(count), isinstance(g, object))

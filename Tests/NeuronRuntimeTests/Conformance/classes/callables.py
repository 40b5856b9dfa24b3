class Adder:
    def __init__(self, n):
        self.n = n
    def __call__(self, x, *rest, scale=1, **named):
        return (x + self.n) * scale, rest, named
a = Adder(3)
print(a(1), a(1, 2, 3), a(1, scale=2), a(x=5, y=6), a(*[1, 2], **{"k": 3}), a.__call__(4), callable(a), callable(Adder), callable(3))
class One:
    def __call__(self, x):
        return x * 2
print(list(map(One(), [1, 2, 3])), sorted([3, 1, 2], key=One()), One()(One()(2)))
class Plain:
    pass
for f in [lambda: Plain()(), lambda: One()(), lambda: One()(1, 2), lambda: Adder(1)(), lambda: One()(y=1), lambda: Adder(), lambda: Plain(1), lambda: Adder(1, 2)]:
    try:
        print(f())
    except TypeError as e:
        print(e)
p = Plain()
p.__call__ = lambda: "on the instance"
print(p.__call__())
try:
    p()
except TypeError as e:
    print(e)
class Counter:
    calls = 0
    def __call__(self):
        type(self).calls += 1
        return self
c = Counter()
c()()()
print(Counter.calls, c.calls)

class C:
    def none():
        return "none"
    def one(self):
        return "one"
    def two(self, a):
        return a
    def many(self, a, b=2, *args, c, d=4, **kw):
        return (a, b, args, c, d, kw)
    def only(self, a, /, b, *, c):
        return (a, b, c)
c = C()
def attempt(f):
    try:
        print(f())
    except TypeError as e:
        print(e)
attempt(lambda: C.none())
attempt(lambda: c.none())
attempt(lambda: c.one(1))
attempt(lambda: C.one())
attempt(lambda: C.one(c))
attempt(lambda: C.one("anything"))
attempt(lambda: c.two())
attempt(lambda: c.two(1, 2))
attempt(lambda: c.two(1, 2, 3))
attempt(lambda: c.two(b=1))
attempt(lambda: c.two(1, a=1))
attempt(lambda: c.many(1, c=3))
attempt(lambda: c.many(1, 2, 3, 4, c=5, e=6))
attempt(lambda: c.many(1))
attempt(lambda: c.many(c=1))
attempt(lambda: c.many())
attempt(lambda: c.only(1, 2, c=3))
attempt(lambda: c.only(1, b=2, c=3))
attempt(lambda: c.only(a=1, b=2, c=3))
attempt(lambda: c.only(1, 2, 3))
attempt(lambda: c.only(1, 2))
attempt(lambda: type(C()).__name__)
attempt(lambda: C(1))
attempt(lambda: C(a=1))
class WithInit:
    def __init__(self, a, b=2):
        self.a, self.b = a, b
attempt(lambda: WithInit())
attempt(lambda: WithInit(1, 2, 3))
attempt(lambda: WithInit(1, c=3))
attempt(lambda: vars(WithInit(b=1, a=2)))
class BadInit:
    def __init__(self):
        return 5
attempt(lambda: BadInit())
bound = c.two
print(bound(7), bound.__name__, bound.__self__ is c, C.two(c, 8), c.two == c.two, c.two is c.two, bound.__func__ is C.two)
class Outer:
    class Inner:
        def method(self, x):
            return x
    def local(self):
        def inner(y):
            return y
        return inner
attempt(lambda: Outer.Inner().method())
attempt(lambda: Outer().local()())
print(Outer.Inner.__name__, Outer.Inner.__qualname__, Outer.Inner, Outer.Inner.method.__qualname__, Outer().local().__qualname__)

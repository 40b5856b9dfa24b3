def add_repr(cls):
    cls.__repr__ = lambda self: f"{cls.__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"
    return cls
def tag(name):
    def decorate(cls):
        cls.tag = name
        return cls
    return decorate
@tag("point")
@add_repr
class P:
    def __init__(self, x, y):
        self.x, self.y = x, y
print(P(1, "a"), P.tag)
class Memo:
    def __init__(self, f):
        self.f = f
        self.seen = {}
    def __call__(self, *args):
        if args not in self.seen:
            self.seen[args] = self.f(*args)
        return self.seen[args]
@Memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50), len(fib.seen))
class Repeat:
    def __init__(self, times):
        self.times = times
    def __call__(self, f):
        def wrapper(*args, **kwargs):
            return [f(*args, **kwargs) for _ in range(self.times)]
        return wrapper
@Repeat(3)
def hi(name="you"):
    return "hi " + name
print(hi(), hi(name="me"))
def register(table):
    def decorate(f):
        table[f.__name__] = f
        return f
    return decorate
table = {}
@register(table)
def one():
    return 1
@register(table)
def two():
    return 2
print(sorted(table), [f() for f in table.values()])
@lambda f: f()
def immediately():
    return "value"
print(immediately)
decorators = [lambda f: lambda x: f(x) + 1, lambda f: lambda x: f(x) * 2]
@decorators[0]
@decorators[1]
def g(x):
    return x
print(g(5))
class Bound:
    @Memo
    def no_binding(x):
        return x
    def logged(f):
        def wrapper(self, *args):
            return ("logged", f(self, *args))
        return wrapper
    @logged
    def m(self, x):
        return x
print(Bound().no_binding(4), Bound().m(5))

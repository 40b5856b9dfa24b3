fs = []
for i in range(3):
    def f():
        return i
    fs.append(f)
print([f() for f in fs])
fs = []
for i in range(3):
    def f(i=i):
        return i
    fs.append(f)
print([f() for f in fs])
def make(i):
    return lambda: i
print([make(i)() for i in range(3)], [g() for g in [(lambda j: lambda: j)(k) for k in range(3)]])
def counter():
    n = 0
    def up(by=1):
        nonlocal n
        n += by
        return n
    def down():
        nonlocal n
        n -= 1
        return n
    def get():
        return n
    return up, down, get
up, down, get = counter()
up(); up(5); down()
other_up, _, other_get = counter()
other_up()
print(get(), other_get())
def outer():
    x = "outer"
    def middle():
        def inner():
            nonlocal x
            x = x + "!"
            return x
        return inner
    f = middle()
    f()
    return f(), x
print(outer())
def conditional(flag):
    if flag:
        v = 1
    def g():
        return v
    return g
print(conditional(True)())
try:
    conditional(False)()
except NameError as e:
    print(type(e).__name__, e)
def deleted():
    v = 1
    def g():
        return v
    del v
    return g
try:
    deleted()()
except NameError as e:
    print(e)
def later():
    def g():
        return v
    v = "assigned later"
    return g()
print(later())
x = "global"
def shadow():
    x = "local"
    class C:
        x = "class"
        def get(self):
            return x
        y = x
    return C().get(), C.y
print(shadow())
def set_global():
    global x, new_global
    x = "changed"
    new_global = 5
    def inner():
        return x
    return inner()
print(set_global(), x, new_global)
def same_cell():
    cells = []
    for name in "ab":
        def get():
            return name
        def put(v):
            nonlocal name
            name = v
        cells.append((get, put))
    cells[0][1]("set through the first")
    return [g() for g, _ in cells]
print(same_cell())
class Account:
    def __init__(self, balance):
        def deposit(n):
            nonlocal balance
            balance += n
            return balance
        self.deposit = deposit
        self.balance = lambda: balance
a, b = Account(10), Account(100)
print(a.deposit(5), b.deposit(1), a.balance(), b.balance())
def compose(*fs):
    def run(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return run
print(compose(lambda x: x + 1, lambda x: x * 2)(5), compose()(3))
def curry(f, *first):
    return lambda *rest, **kw: f(*first, *rest, **kw)
print(curry(pow, 2)(10), curry(sorted, [3, 1])(reverse=True))
def memo(f):
    cache = {}
    def g(*a):
        if a not in cache:
            cache[a] = f(*a)
        return cache[a]
    g.cache = cache
    g.__name__ = f.__name__
    return g
@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(60), len(fib.cache), fib.__name__)
def attributes():
    attributes.calls += 1
    return attributes.calls
attributes.calls = 0
print(attributes(), attributes(), attributes.calls, hasattr(attributes, "nope"), attributes.__dict__)
def nested_default(n=[0]):
    def g(m=n):
        m[0] += 1
        return m
    return g
print(nested_default()(), nested_default()(), nested_default([10])())
except_name = []
for e in range(2):
    try:
        raise ValueError(e)
    except ValueError as error:
        except_name.append(lambda text=str(error): text)
print([f() for f in except_name])
def recursion_in_closure():
    def fact(n):
        return 1 if n == 0 else n * fact(n - 1)
    even = lambda n: n == 0 or odd(n - 1)
    odd = lambda n: n != 0 and even(n - 1)
    return fact(20), even(10), odd(7)
print(recursion_in_closure())

def f(n):
    try:
        if n == 0: return "ret"
        if n == 1: raise ValueError("one", 1)
        if n == 2: 1 / 0
        print("body", n)
    except ValueError as e:
        print("VE", e, e.args, repr(e))
        return "handled"
    except (ZeroDivisionError, KeyError) as e:
        print("ZK", e)
    else:
        print("else")
    finally:
        print("finally", n)
    return "end"
for i in range(4): print(f(i))
def g():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            print("i", i)
        finally:
            print("fin", i)
    else:
        print("no")
    return i
print(g())
class MyError(Exception):
    def __init__(self, code, msg):
        super().__init__(msg)
        self.code = code
try:
    raise MyError(3, "bad")
except Exception as err:
    print(type(err), err.code, err, repr(err), isinstance(err, MyError))
try:
    try:
        {}["k"]
    except KeyError as e:
        raise RuntimeError("outer") from e
except RuntimeError as e:
    print(repr(e), repr(e.__cause__), e.__context__ is e.__cause__, e.__suppress_context__)
try:
    try: 1/0
    except ZeroDivisionError: raise
except ZeroDivisionError as z: print("again", z)
try:
    raise
except RuntimeError as e: print(e)
def h():
    try:
        return 1
    finally:
        return 2
print(h())
class Ctx:
    def __init__(self, n, swallow=False): self.n = n; self.swallow = swallow
    def __enter__(self): print("enter", self.n); return self
    def __exit__(self, t, v, tb):
        print("exit", self.n, t, v)
        return self.swallow
with Ctx(1) as a, Ctx(2, True) as b:
    print(a.n, b.n)
    raise ValueError("x")
print("after")
def w():
    with Ctx(5): return "w"
print(w())
def rec(n): return rec(n+1)
try: rec(0)
except RecursionError as e: print("RE", str(e)[:32])
class V:
    count = 0
    def __init__(self, x): self.x = x; V.count += 1
    def __add__(self, o):
        o = o if isinstance(o, V) else V(o)
        return V(self.x + o.x)
    def __radd__(self, o): return self + o
    def __repr__(self): return f"V({self.x})"
    def __lt__(self, o): return self.x < o.x
    def __eq__(self, o): return isinstance(o, V) and self.x == o.x
    def __hash__(self): return hash(self.x)
    @property
    def double(self): return self.x * 2
    @staticmethod
    def make(x): return V(x)
    @classmethod
    def of(cls, *a): return [cls(i) for i in a]
print(V(1) + V(2), 3 + V(4), V(1) + 5, sum([V(1), V(2)], V(0)), V(2).double, V.make(3), V.of(1,2,3), V.count)
print(sorted([V(3), V(1)]), max(V(1), V(9)), V(1) == V(1), V(1) != V(2), {V(1): 2}[V(1)], V(1) in [V(1)])
class A:
    def hi(self): return "A"
class B(A):
    def hi(self): return "B" + super().hi()
class C(A):
    def hi(self): return "C" + super().hi()
class D(B, C):
    def hi(self): return "D" + super().hi()
print(D().hi(), [k.__name__ for k in D.__mro__])
try: D().nope
except AttributeError as e: print(e)
try: V(1) - 2
except TypeError as e: print(e)
class L(list):
    def total(self): return sum(self)
l = L([1,2,3]); l.append(4); print(l, l.total(), len(l), l[1:], isinstance(l, list), l == [1,2,3,4])
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return iter(range(self.n))
    def __len__(self): return self.n
    def __getitem__(self, i): return i * 10
    def __contains__(self, x): return x == 42
    def __call__(self, *a, **k): return (a, k)
    def __bool__(self): return self.n > 0
print(list(It(3)), len(It(4)), It(1)[5], 42 in It(1), It(1)(1, b=2), bool(It(0)))
x = It(3); x.z = 5; print(x.__dict__, vars(x)); x.__dict__['q'] = 7; print(x.q, hasattr(x, 'q'), getattr(x, 'r', None)); del x.q
try: x.q
except AttributeError as e: print(e)
def outer():
    def inner(): raise KeyError("deep")
    try: inner()
    finally: print("cleanup")
try: outer()
except KeyError as k: print("got", k)

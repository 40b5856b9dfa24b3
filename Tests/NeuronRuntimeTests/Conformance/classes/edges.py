class S:
    __slots__ = ("x",)
try: S().__dict__
except AttributeError as e: print(e)
class Sq:
    def __getitem__(self, i): return i
try: reversed(Sq())
except TypeError as e: print(e)
class Int(int):
    def __radd__(self, o): return "radd"
print(2.5 + Int(1), 2 + Int(1), True + Int(1), Int(1) + 2, Int(3) + 2.5)
class B: pass
print(B.__base__, B.__bases__, B.__mro__)
print((1).__add__(1.5), (1.5).__add__(1), (1).__add__(2), "a".__len__(), [1].__contains__(1))
class Odd(Exception):
    def __new__(cls): return 3
try: raise Odd
except TypeError as e: print(e)
class CM:
    def __enter__(self): return 1
    def __exit__(self, a, b, c): print(a, b, c is None); return True
with CM(): pass
with CM(): raise KeyError(1)
try: raise ValueError(1)
except ValueError as e: print(e.__traceback__ is None, e.__traceback__ is e.__traceback__)
for f in (lambda: setattr("s", "upper", 1), lambda: setattr("s", "qq", 1), lambda: setattr(1, "real", 1), lambda: setattr([], "x", 1), lambda: setattr(len, "x", 1)):
    try: f()
    except (AttributeError, TypeError) as e: print(type(e).__name__, e)
try: raise OSError(2, "No such")
except OSError as e: print(type(e).__name__, e, e.errno, e.strerror, e.args)
class P:
    def __init__(s, v): s.v = v
    def __pow__(s, o, m=None): return (s.v, o, m)
    def two(self): return 2
print(pow(P(1), 2, 5), pow(P(1), 2), P(1) ** 3)
p = P(1); print(p.two == p.two, p.two == P(1).two, p.two is p.two, [].append == [].append)
class Stack(list):
    def peek(self): return self[-1]
s = Stack([1]); s += [7]; print(type(s).__name__, s.peek()); s *= 2; print(s, type(s).__name__, type(s + [1]).__name__)
class Cel:
    def get(self): "gdoc"; return 1
    t = property(get, None, None, "tdoc")
    u = property(get)
    @property
    def w(self): "wdoc"; return 2
print(Cel.t.__doc__, Cel.u.__doc__, Cel.w.__doc__)
class GI:
    def __getitem__(self, i): return i
    def __setitem__(self, i, v): print("set", i, v)
g = GI()
try: del g[0]
except (TypeError, AttributeError) as e: print(type(e).__name__, e)
try: del B()[0]
except (TypeError, AttributeError) as e: print(type(e).__name__, e)
try: del B()["a"]
except (TypeError, AttributeError) as e: print(type(e).__name__, e)
try: B()[0] = 1
except (TypeError, AttributeError) as e: print(type(e).__name__, e)
class HB:
    def __hash__(self): return "x"
try: hash(HB())
except TypeError as e: print(e)
class HG:
    def __hash__(self): return 2**61
print(hash(HG()))
class OnlyEq:
    def __eq__(self, o): return True
class Child(OnlyEq): pass
for f in (lambda: {OnlyEq(): 1}, lambda: hash(Child()), lambda: {Child()}):
    try: f()
    except TypeError as e: print(e)
class N:
    def __int__(self): return 5
    def __index__(self): return 6
    def __float__(self): return 2.5
print("%d %x %f %s" % (N(), N(), N(), 1), "%d" % Int(9), "%5.1f" % Int(3), "{:d} {:x}".format(Int(7), Int(255)), f"{Int(3):>4}")
try:
    class Bad(B, B): pass
except TypeError as e: print(e)
class RN:
    def __repr__(self): return None
for f in (lambda: print(RN()), lambda: repr(RN()), lambda: str([RN()])):
    try: f()
    except TypeError as e: print(e)
try:
    class X1(B): pass
    class X2(B, X1): pass
except TypeError as e: print(e)
try:
    class Y(int, str): pass
except TypeError as e: print(e)
try:
    class Z(bool): pass
except TypeError as e: print(e)
x = type("Dyn", (B,), {"a": 1, "f": lambda self: self.a})
print(x.__name__, x().f(), x)
print(isinstance(3, (int, str)), issubclass(bool, int), isinstance(True, int), type(3) == int, type(None))
class It:
    def __iter__(self): return 5
try: iter(It())
except TypeError as e: print(e)
class LL:
    def __len__(self): return -1
try: len(LL())
except ValueError as e: print(e)
class LS:
    def __len__(self): return "a"
try: len(LS())
except TypeError as e: print(e)
class BB:
    def __bool__(self): return 2
try: bool(BB())
except TypeError as e: print(e)
try: B.zz = 5; print(B.zz, B().zz); del B.zz; B.zz
except AttributeError as e: print(e)
try: del B.qq
except AttributeError as e: print(e)
try: del B().qq
except AttributeError as e: print(e)
try: int.x = 3
except TypeError as e: print(e)
try: ValueError.x = 3
except TypeError as e: print(e)
print(object() == object(), object.__name__, type(object()).__name__)
try: object().x = 3
except AttributeError as e: print(e)
e = ValueError("a"); e.extra = 5; print(e.extra, e.__dict__); e.add_note("n"); print(e.__notes__)
try:
    try: raise KeyError("a")
    except KeyError: raise ValueError("b")
except ValueError as e: print(repr(e.__context__), e.__cause__, e.__suppress_context__)
try:
    try: raise KeyError("a")
    except KeyError: raise ValueError("b") from None
except ValueError as e: print(repr(e.__context__), e.__cause__, e.__suppress_context__)
try: raise ValueError("x") from 5
except TypeError as e: print(e)
try: raise 5
except TypeError as e: print(e)
try:
    try: 1/0
    except 5: pass
except TypeError as e: print(e)
try: e
except NameError as n: print(n)
def ff():
    try: raise ValueError
    except ValueError as q: pass
    return q
try: ff()
except UnboundLocalError as n: print(n)
try: assert 1 == 2, ("msg", 3)
except AssertionError as a: print(repr(a), a)
try: KeyError(1, 2)["x"]
except TypeError as t: print(t)
print(repr(StopIteration(5).value), SystemExit(3).code, str(KeyError("a b")), str(KeyError()), str(KeyError(1, 2)))
class Cx:
    a = 1
    def m(self): return __class__.a
print(Cx().m(), Cx.m.__qualname__, Cx.__qualname__, Cx().m.__name__, Cx.m.__name__)
def outer():
    class In:
        def q(self): pass
    return In
print(outer().__qualname__, outer().q.__qualname__, outer())
print(Cx.m is Cx.m, Cx().m.__func__ is Cx.m, Cx.__dict__.get if False else "")

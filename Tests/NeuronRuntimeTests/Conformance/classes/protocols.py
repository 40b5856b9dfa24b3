class P:
    """Doc of P"""
    z: int = 3
    def __init__(self, x=0): self._x = x
    @property
    def x(self):
        "the x"
        return self._x
    @x.setter
    def x(self, v):
        if v < 0: raise ValueError("neg")
        self._x = v
    @x.deleter
    def x(self): self._x = None
p = P(4); p.x = 7; print(p.x, P.__doc__, P.__name__, p.__class__.__name__, P.z, p.z)
try: p.x = -1
except ValueError as e: print(e)
del p.x; print(p.x)
class R:
    @property
    def only(self): return 1
try: R().only = 2
except AttributeError as e: print(e)
try: del R().only
except AttributeError as e: print(e)
class Meta: pass
m = Meta(); m.a = 1; m.b = 2; print(sorted(vars(m).items()), m.__dict__)
for bad in ["m.c", "m()", "m[0]", "len(m)", "m + 1", "1 + m", "m < m", "iter(m)", "for_(m)", "-m", "m @ m", "int(m)", "float(m)", "abs(m)", "round(m)", "m in m", "1 in m", "m[1:2]", "sorted([m, m])", "sum([m])", "m.a.b", "Meta.q", "Meta(1)", "P(1,2)", "P(y=1)", "P.x.fget(p, 1)", "hash([])", "isinstance(1, 1)", "issubclass(1, int)", "super()", "m.f()", "range(m)", "'a' + m", "[1] + m", "m * 2", "2 * m", "m ** 2", "divmod(m, 1)", "m // 1", "m & 1", "~m", "bool(m)", "str(m)[:1]", "' '.join([m])", "chr(m)", "next(m)", "reversed(m)", "format(m, '5')", "f'{m:5}'", "'%d' % m", "[1,2][m]", "{}[m]", "dict(m)", "set(m)", "list(m)", "max(m)", "min(m, m)", "all(m)", "zip(m)", "map(m, [1])", "enumerate(m)", "print(*m)", "dict(**m)", "x, y = m"]:
    try:
        if bad == "for_(m)":
            for _ in m: pass
        elif bad == "x, y = m":
            x, y = m
        else:
            r = None
            if bad == "m.c": m.c
            elif bad == "m()": m()
            elif bad == "m[0]": m[0]
            elif bad == "len(m)": len(m)
            elif bad == "m + 1": m + 1
            elif bad == "1 + m": 1 + m
            elif bad == "m < m": m < m
            elif bad == "iter(m)": iter(m)
            elif bad == "-m": -m
            elif bad == "m @ m": m @ m
            elif bad == "int(m)": int(m)
            elif bad == "float(m)": float(m)
            elif bad == "abs(m)": abs(m)
            elif bad == "round(m)": round(m)
            elif bad == "1 in m": 1 in m
            elif bad == "m[1:2]": m[1:2]
            elif bad == "sorted([m, m])": sorted([m, m])
            elif bad == "sum([m])": sum([m])
            elif bad == "m.a.b": m.a.b
            elif bad == "Meta.q": Meta.q
            elif bad == "Meta(1)": Meta(1)
            elif bad == "P(1,2)": P(1,2)
            elif bad == "P(y=1)": P(y=1)
            elif bad == "isinstance(1, 1)": isinstance(1, 1)
            elif bad == "issubclass(1, int)": issubclass(1, int)
            elif bad == "m.f()": m.f()
            elif bad == "range(m)": range(m)
            elif bad == "'a' + m": 'a' + m
            elif bad == "[1] + m": [1] + m
            elif bad == "m * 2": m * 2
            elif bad == "2 * m": 2 * m
            elif bad == "m ** 2": m ** 2
            elif bad == "divmod(m, 1)": divmod(m, 1)
            elif bad == "~m": ~m
            elif bad == "' '.join([m])": ' '.join([m])
            elif bad == "chr(m)": chr(m)
            elif bad == "next(m)": next(m)
            elif bad == "reversed(m)": reversed(m)
            elif bad == "format(m, '5')": format(m, '5')
            elif bad == "f'{m:5}'": f'{m:5}'
            elif bad == "'%d' % m": '%d' % m
            elif bad == "[1,2][m]": [1,2][m]
            elif bad == "dict(m)": dict(m)
            elif bad == "set(m)": set(m)
            elif bad == "list(m)": list(m)
            elif bad == "max(m)": max(m)
            elif bad == "min(m, m)": min(m, m)
            elif bad == "all(m)": all(m)
            elif bad == "zip(m)": zip(m)
            elif bad == "map(m, [1])": list(map(m, [1]))
            elif bad == "enumerate(m)": enumerate(m)
            elif bad == "print(*m)": print(*m)
            elif bad == "dict(**m)": dict(**m)
            else: continue
        print(bad, "ok")
    except Exception as e:
        print(bad, type(e).__name__, e)
class Desc:
    def __set_name__(self, owner, name): self.name = name; print("set_name", owner.__name__, name)
    def __get__(self, obj, t=None): return self if obj is None else obj.__dict__.get(self.name, 'unset')
    def __set__(self, obj, v): obj.__dict__[self.name] = v * 2
class Holder:
    d = Desc()
    e = Desc()
h = Holder(); print(h.d); h.d = 5; print(h.d, h.__dict__, isinstance(Holder.d, Desc))
class Base:
    registry = []
    def __init_subclass__(cls, tag=None, **kw): super().__init_subclass__(**kw); Base.registry.append((cls.__name__, tag))
class S1(Base, tag="one"): pass
class S2(S1): pass
print(Base.registry)
class Slot:
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1
s = Slot(); s.b = 2
try: s.c = 3
except AttributeError as e: print(e)
class G:
    def __getattr__(self, n):
        if n.startswith("x"): return n * 2
        raise AttributeError(n)
    def __setattr__(self, n, v): object.__setattr__(self, n, v + 1)
    def __delattr__(self, n): print("del", n); super().__delattr__(n)
g = G(); g.q = 1; print(g.q, g.xy); del g.q
try: g.q
except AttributeError as e: print("AE", e)
class N:
    _count = 0
    def __new__(cls, *a):
        inst = super().__new__(cls); cls._count += 1; inst.tag = cls._count; return inst
    def __init__(self, *a): self.a = a
print(N(1).tag, N(2).tag, N._count, N(5).a)
class Celsius(float):
    def __new__(cls, v): return super().__new__(cls, v + 0.5)
    def __repr__(self): return f"C({float(self)})"
    def f(self): return self * 2
c = Celsius(1); print(c, repr(c), c + 1, c.f(), isinstance(c, float), type(c + 1).__name__, round(c), c == 1.5, hash(c) == hash(1.5))
class T3(tuple):
    def __new__(cls, a, b): return tuple.__new__(cls, (a, b))
    @property
    def a(self): return self[0]
t = T3(1, 2); print(t, t.a, len(t), t == (1, 2), {t: 5}[(1, 2)], t + (3,)); a, b = t; print(a, b, *t)
class D(dict):
    def __missing__(self, k): self[k] = []; return self[k]
    def __setitem__(self, k, v): super().__setitem__(k, v)
d = D(); d['x'].append(1); d['y'] = 4; print(d, d['x'], 'x' in d, len(d), list(d), d.get('z'), sorted(d.items(), key=str))
class Str(str):
    def shout(self): return self.upper() + "!"
s = Str("hey"); print(s.shout(), s + "x", len(s), s == "hey", s[1], f"{s:>5}", {"hey": 1}[s], s in "oh hey", ",".join([s, s]), "hey".startswith(s))
class E(Exception): pass
class E2(E):
    def __str__(self): return "custom " + str(self.args)
try: raise E2(1, 2)
except E as e: print(e, repr(e), e.args)
try: raise E
except E as e: print(repr(e), str(e) == "")
print(issubclass(E2, Exception), E2.__mro__[1].__name__, E2.__bases__)
print([c.__name__ for c in (KeyError, OSError)], KeyError, E)
class CM:
    def __init__(self): self.log = []
    def __enter__(self): self.log.append("in"); return self
    def __exit__(self, *a): self.log.append(a[0].__name__ if a[0] else None); return a[0] is ValueError
cm = CM()
with cm: pass
with cm: raise ValueError
try:
    with cm: raise KeyError("k")
except KeyError as e: print("KE", e)
print(cm.log)
def deco(cls): cls.extra = 9; return cls
@deco
class Dd: pass
print(Dd.extra, Dd().extra)
x = 10
class Scope:
    x = x + 1
    y = [x for _ in range(2)]
    def get(self): return x
print(Scope.x, Scope.y, Scope().get())
f = P.__init__; o = P(); f(o, 33); print(o._x); bm = o.__init__; bm(44); print(o._x)
print(callable(P), callable(p), callable(print), type(P) is type, type(p) is P, isinstance(P, type), isinstance(P, object))
class Eq:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return NotImplemented if not isinstance(o, Eq) else s.v == o.v
print(Eq(1) == Eq(1), Eq(1) != Eq(2), Eq(1) == 1, Eq(1) != 1)
try: {Eq(1)}
except TypeError as e: print(e)
class Ord:
    def __init__(s, v): s.v = v
    def __lt__(s, o): return s.v < o.v
    def __repr__(s): return f"O{s.v}"
print(sorted([Ord(3), Ord(1), Ord(2)], reverse=True), min([Ord(3), Ord(1)]), Ord(1) > Ord(0), [Ord(1)] < [Ord(2)])
class Cnt:
    n = 0
    def __call__(self, k): self.n += k; return self.n
k = Cnt(); print(k(2), k(3), Cnt.n, list(map(k, [1, 1])))
def gen_attr(): pass
gen_attr.calls = 3; gen_attr.calls += 1; print(gen_attr.calls, gen_attr.__name__)
import math
class Fl:
    def __float__(self): return 2.5
    def __index__(self): return 3
    def __int__(self): return 7
    def __round__(self, n=None): return ("r", n)
    def __abs__(self): return "abs"
    def __neg__(self): return "neg"
    def __divmod__(self, o): return ("dm", o)
    def __pow__(self, o): return ("pow", o)
    def __matmul__(self, o): return ("mm", o)
    def __len__(self): return 5
    def __reversed__(self): return iter([3, 2, 1])
    def __format__(self, s): return "fmt<" + s + ">"
    def __iadd__(self, o): return ("iadd", o)
fl = Fl(); print(float(fl), int(fl), [0,1,2,3,4][fl], round(fl), round(fl, 2), abs(fl), -fl, divmod(fl, 2), fl ** 2, fl @ 3, len(fl), list(reversed(fl)), f"{fl:abc}", f"{fl}", range(fl), "ab" * Fl(), bin(fl), math.sqrt(fl), bool(fl), hex(fl))
fl += 2; print(fl)

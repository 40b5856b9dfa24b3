from functools import cached_property
class F:
    __name__ = 3
    def __call__(self, x): return 1
class A:
    p = cached_property(F())
    q = cached_property(lambda self: [len(self.__dict__)])
    @cached_property
    def r(self):
        "doc of r"
        print("computed")
        return 5
a = A()
print(a.p, a.q, a.q is a.q, a.r, a.r, a.__dict__)
del a.r
print(a.r)
a.r = 7
print(a.r, A().r)
print(type(A.r).__name__, A.r.attrname, A.r.func(a), A.r.__doc__)
class B:
    pass
B.late = cached_property(lambda self: 1)
try: B().late
except TypeError as e: print(e)
try:
    class C:
        x = y = cached_property(lambda self: 1)
except RuntimeError as e: print(e, repr(e.__cause__))
except TypeError as e: print("T", e)
class S:
    __slots__ = ()
    p = cached_property(lambda self: 1)
try: S().p
except TypeError as e: print(e)
p = cached_property(lambda self: 1)
p.__set_name__(A, "x")
A.x = p
print(A().x)

class A:
    pass
class B:
    def __repr__(self):
        return "B-repr"
class C:
    def __str__(self):
        return "C-str"
    def __repr__(self):
        return "C-repr"
class E(B):
    def __str__(self):
        return "E-str"
print(A, B, [A, B], str(A), f"{A}", "%s" % A, repr(A))
print(B(), str(B()), [B()], f"{B()}", f"{B()!r}", C(), [C()], {"c": C()}, (C(),), f"{C()!s:>8}|", f"{C()!r:<8}|")
print(E(), [E()], repr(E()), "{} {!r}".format(E(), E()), "%s %r" % (E(), E()), "%10s|" % E())
print(type(A), type(type(A)), object, type, int, list, type(None), type(len), type(lambda: 1))
print({A: 1}, (A, int), {1: {2: [C()]}})
def outer():
    class Local:
        class Deep:
            pass
    return Local
print(outer(), outer().Deep, outer().__name__, outer().__qualname__)
class Recursive:
    def __init__(self):
        self.items = [self]
    def __repr__(self):
        return f"R({len(self.items)})"
print(Recursive(), Recursive().items)
try:
    print(format(C(), ">10"))
except TypeError as e:
    print(e)
print(format(C(), ""), format(C()), f"{C():}")
class Multi:
    def __repr__(self):
        return "line 1\nline 2"
print(Multi(), [Multi()], f"{Multi()=}")
class NoneRepr:
    def __repr__(self):
        return None
try:
    print(NoneRepr())
except TypeError as e:
    print(e)
try:
    print([NoneRepr()])
except TypeError as e:
    print(e)

class A:
    def who(self):
        return "A"
class B(A):
    def who(self):
        return "B>" + super().who()
class C(A):
    def who(self):
        return "C>" + super().who()
class D(B, C):
    def who(self):
        return "D>" + super().who()
class E(C, B):
    pass
print(D().who(), E().who(), [k.__name__ for k in D.__mro__], [k.__name__ for k in E.mro()])
class X: pass
class Y(X): pass
class Z(X): pass
class W(Y, Z): pass
class V(Z): pass
class U(W, V): pass
print([k.__name__ for k in U.__mro__])
for make in [lambda: type("Bad", (X, Y), {}), lambda: type("Twice", (X, X), {})]:
    try:
        make()
    except TypeError as e:
        print(str(e).replace("\n", " / "))
try:
    class Bad(A, B):
        pass
except TypeError as e:
    print(str(e).split("\n")[0])
class P:
    name = "P"
class Q:
    name = "Q"
    other = "Q.other"
class R(P, Q):
    pass
class S(Q, P):
    pass
print(R.name, S.name, R.other, R().other)
P.other = "P.other"
print(R.other, S.other)

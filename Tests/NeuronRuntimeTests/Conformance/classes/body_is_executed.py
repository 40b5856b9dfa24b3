print("before")
class C:
    print("inside")
    x = 1
    y = x + 1
    values = [x * 2 for x in range(3)]
    if y > 1:
        def conditional(self):
            return "yes"
    else:
        def conditional(self):
            return "no"
    for i in range(3):
        last = i
    def method(self):
        return x
    lambda_attribute = lambda self: self.y
    z: int = 5
    annotated_only: int
    del i
x = "global"
c = C()
print(C.x, C.y, C.values, c.conditional(), C.last, c.method(), c.lambda_attribute(), C.z, hasattr(C, "annotated_only"), hasattr(C, "i"))
y = 10
def f():
    y = 20
    class D:
        a = y
        y = 30
        b = y
        def get(self):
            return y
    return D.b, D().get()
try:
    print(f())
except (NameError, UnboundLocalError) as e:
    print(type(e).__name__, e)
class E:
    y = y
    n = len("abc")
    len = 5
print(E.y, E.n, E.len, len("ab"))
class Empty: pass
class OneLine: a = 1; b = 2
print(Empty.__name__, OneLine.a, OneLine.b)
class Doc:
    """Documentation."""
print(Doc.__doc__, Empty.__doc__, Doc().__doc__)
try:
    class Fails:
        a = 1
        b = 1 / 0
except ZeroDivisionError as e:
    print("class body:", e)
try:
    print(Fails)
except NameError as e:
    print(e)
class Redefined:
    def f(self): return 1
    def f(self): return 2
print(Redefined().f())

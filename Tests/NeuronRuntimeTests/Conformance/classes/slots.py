class P:
    __slots__ = ("x", "y")
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def __repr__(self):
        return f"P({self.x}, {self.y})"
p = P(1, 2)
p.x = 10
print(p, p.x, p.y, P.__slots__)
for f in [lambda: setattr(p, "z", 3), lambda: p.z, lambda: p.__dict__]:
    try:
        print(f())
    except AttributeError as e:
        print(e)
del p.x
try:
    p.x
except AttributeError as e:
    print(e)
class Q(P):
    pass
q = Q(3, 4)
q.z = 5
print(q, q.z)
class R(P):
    __slots__ = ["w"]
r = R(5, 6)
r.w = 7
print(r, r.w, hasattr(r, "__dict__"))
class One:
    __slots__ = "single"
o = One()
o.single = 1
print(o.single)

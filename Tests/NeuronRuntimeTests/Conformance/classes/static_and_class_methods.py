class C:
    base = 10
    @staticmethod
    def add(a, b=1):
        return a + b
    @classmethod
    def make(cls, *args):
        return (cls.__name__, cls.base, args)
    def regular(self):
        return self.add(1), self.make(2), C.add(3), type(self).make()
class D(C):
    base = 20
    @classmethod
    def make(cls, *args):
        return ("D", super().make(*args))
c, d = C(), D()
print(C.add(1), c.add(1, 5), D.add(2), C.make(1), c.make(2), D.make(3), d.make(4), c.regular(), d.regular())
class E:
    def plain(x):
        return x
    static = staticmethod(plain)
    cls = classmethod(plain)
print(E.plain(1), E.static(2), E.cls() is E, E().static(3), E().cls() is E)
for f in [lambda: C.add(), lambda: C.add(1, 2, 3), lambda: C.make(x=1), lambda: c.add(), lambda: E().plain(5)]:
    try:
        print(f())
    except TypeError as e:
        print(e)
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y
    @classmethod
    def origin(cls):
        return cls(0, 0)
    @classmethod
    def parse(cls, text):
        return cls(*map(int, text.split(",")))
    def __repr__(self):
        return f"{type(self).__name__}({self.x}, {self.y})"
class Pixel(Point):
    pass
print(Point.origin(), Pixel.origin(), Pixel.parse("3,4"))
print(list(map(Pixel.parse, ["1,2", "3,4"])))

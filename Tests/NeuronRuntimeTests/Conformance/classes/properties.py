class Celsius:
    def __init__(self, t=0):
        self._t = t
    @property
    def t(self):
        """The temperature."""
        print("get")
        return self._t
    @t.setter
    def t(self, value):
        print("set", value)
        if value < -273.15:
            raise ValueError("too cold")
        self._t = value
    @t.deleter
    def t(self):
        print("delete")
        self._t = None
    @property
    def f(self):
        return self._t * 9 / 5 + 32
c = Celsius(25)
print(c.t, c.f)
c.t = 30
c.t += 1
print(c.t, c.f)
try:
    c.t = -300
except ValueError as e:
    print(e)
del c.t
print(c._t)
for f in [lambda: setattr(c, "f", 1), lambda: delattr(c, "f"), lambda: setattr(c, "t", "x")]:
    try:
        f()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
print(Celsius.t.__doc__, type(Celsius.t), Celsius.t.fget(c), Celsius.f.fset)
class Old:
    def get_x(self):
        return self._x
    def set_x(self, v):
        self._x = v
    def del_x(self):
        del self._x
    x = property(get_x, set_x, del_x, "doc of x")
    read = property(lambda self: "read")
    nothing = property()
    write = property(None, set_x)
o = Old()
o.x = 5
print(o.x, o.read, Old.x.__doc__)
del o.x
for f in [lambda: o.x, lambda: setattr(o, "read", 1), lambda: delattr(o, "write")]:
    try:
        print(f())
    except AttributeError as e:
        print(e)
class Sub(Celsius):
    @property
    def t(self):
        return super().t + 1000
    @Celsius.f.setter
    def f(self, v):
        self._t = (v - 32) * 5 / 9
s = Sub(1)
print(s.t)
try:
    s.t = 5
except AttributeError as e:
    print(e)
s.f = 212
print(s.f, s._t)
s.__dict__["f"] = "hidden"
print(s.f)
class Fails:
    @property
    def p(self):
        return self.nope
    @property
    def q(self):
        return 1 / 0
try:
    Fails().p
except AttributeError as e:
    print(e)
print(hasattr(Fails(), "p"), getattr(Fails(), "p", "default"))
try:
    hasattr(Fails(), "q")
except ZeroDivisionError as e:
    print(e)

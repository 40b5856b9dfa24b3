class Fallback:
    x = 1
    def __init__(self):
        self.y = 2
    def __getattr__(self, name):
        if name.startswith("no"):
            raise AttributeError(f"no such thing: {name}")
        return f"made {name}"
f = Fallback()
print(f.x, f.y, f.z, f.other, hasattr(f, "anything"), hasattr(f, "nothing"), getattr(f, "nope", "default"))
try:
    f.nothing
except AttributeError as e:
    print(e)
class Logs:
    def __setattr__(self, name, value):
        print("set", name, value)
        object.__setattr__(self, name, value)
    def __delattr__(self, name):
        print("delete", name)
        super().__delattr__(name)
l = Logs()
l.a = 1
l.a += 5
print(l.a, l.__dict__)
del l.a
try:
    l.a
except AttributeError as e:
    print(e)
try:
    del l.a
except AttributeError as e:
    print(e)
class Proxy:
    def __init__(self, target):
        self.__dict__["target"] = target
    def __getattr__(self, name):
        return getattr(self.target, name)
    def __setattr__(self, name, value):
        setattr(self.target, name, value)
class Target:
    pass
t = Target()
p = Proxy(t)
p.color = "red"
print(t.color, p.color, p.__dict__ == {"target": t})
p = Proxy([3, 1, 2])
p.sort()
p.append(9)
print(p.target, p.index(9))
try:
    len(p)
except TypeError as e:
    print(e)
class Frozen:
    def __init__(self, **values):
        self.__dict__.update(values)
    def __setattr__(self, name, value):
        raise AttributeError(f"cannot set {name!r}")
z = Frozen(a=1, b=2)
print(z.a, z.b, vars(z))
try:
    z.a = 5
except AttributeError as e:
    print(e)

class Typed:
    def __init__(self, kind, default=None):
        self.kind = kind
        self.default = default
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name
    def __get__(self, instance, owner):
        if instance is None:
            return f"{owner.__name__}.{self.name}"
        return instance.__dict__.get(self.name, self.default)
    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        instance.__dict__[self.name] = value
    def __delete__(self, instance):
        print("delete", self.name)
        instance.__dict__.pop(self.name, None)
class Person:
    name = Typed(str, "nobody")
    age = Typed(int, 0)
p = Person()
print(p.name, p.age, Person.name, Person.age)
p.name = "Ann"
p.age = 30
print(p.name, p.age, p.__dict__)
try:
    p.age = "old"
except TypeError as e:
    print(e)
del p.age
print(p.age)
class NonData:
    def __get__(self, instance, owner):
        return "from descriptor" if instance is not None else self
    def __repr__(self):
        return "NonData()"
class Holder:
    a = NonData()
h = Holder()
print(h.a, Holder.a)
h.a = "own"
print(h.a, h.__dict__)
class Cached:
    def __init__(self, f):
        self.f = f
    def __set_name__(self, owner, name):
        self.name = name
    def __get__(self, instance, owner=None):
        value = self.f(instance)
        instance.__dict__[self.name] = value
        return value
class Lazy:
    @Cached
    def value(self):
        print("computing")
        return 42
l = Lazy()
print(l.value, l.value, l.value)
class Method:
    def __get__(self, instance, owner):
        return lambda *args: (owner.__name__, args)
class Uses:
    m = Method()
print(Uses().m(1, 2), Uses.m(3))

class Dog:
    kind = "canine"
    tricks = []
    count = 0
    def __init__(self, name):
        self.name = name
        Dog.count += 1
    def add(self, trick):
        self.tricks.append(trick)
a = Dog("Fido")
b = Dog("Buddy")
print(a.kind, b.kind, Dog.kind, Dog.count, a.count)
a.kind = "wolf"
print(a.kind, b.kind, Dog.kind, a.__dict__, b.__dict__)
del a.kind
print(a.kind, a.__dict__)
a.add("roll")
print(b.tricks, Dog.tricks is a.tricks)
Dog.kind = "dog"
print(a.kind, b.kind)
a.count += 10
print(a.count, b.count, Dog.count)
b.extra = 5
print(b.extra, hasattr(a, "extra"), hasattr(b, "extra"), getattr(a, "extra", "none"))
setattr(a, "dyn", 1)
print(a.dyn, getattr(a, "dyn"), vars(a))
delattr(a, "dyn")
print(hasattr(a, "dyn"), vars(a))
for f in [lambda: a.missing, lambda: Dog.missing, lambda: delattr(a, "missing"), lambda: delattr(a, "kind"), lambda: getattr(a, "nope"), lambda: setattr(5, "x", 1), lambda: a.add.missing]:
    try:
        print(f())
    except AttributeError as e:
        print(type(e).__name__, e)
print(a.__class__ is Dog, type(a) is Dog, Dog.__name__, a.__class__.__name__, Dog, type(a), type(Dog))

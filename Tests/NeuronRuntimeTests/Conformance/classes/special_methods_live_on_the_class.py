class A:
    def __len__(self):
        return 1
    def __str__(self):
        return "class str"
    def __add__(self, other):
        return "class add"
    def __getitem__(self, key):
        return "class item"
a = A()
a.__len__ = lambda: 99
a.__str__ = lambda: "instance str"
a.__add__ = lambda other: "instance add"
a.__getitem__ = lambda key: "instance item"
print(len(a), str(a), a + 1, a[0], a.__len__(), a.__str__(), a.__add__(2), a.__getitem__(3))
A.__len__ = lambda self: 50
A.__str__ = lambda self: "new"
A.__mul__ = lambda self, other: ("mul", other)
print(len(a), str(a), a * 3, f"{a}", A.__len__(a))
class B(A):
    __len__ = None
    __getitem__ = None
b = B()
for f in [lambda: len(b), lambda: b[0], lambda: list(b), lambda: bool(b)]:
    try:
        print(f())
    except TypeError as e:
        print(e)
del A.__mul__
try:
    a * 3
except TypeError as e:
    print(e)

class Plugin:
    registry = []
    def __init_subclass__(cls, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.tag = tag
        Plugin.registry.append((cls.__name__, tag))
class A(Plugin, tag="a"):
    pass
class B(Plugin):
    pass
class C(A, tag="c"):
    pass
print(Plugin.registry, A.tag, B.tag, C.tag)
class Strict:
    pass
try:
    class D(Strict, option=1):
        pass
except TypeError as e:
    print(e)
class Generic:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item!r}]"
print(Generic[3], Generic["x", 1])
try:
    A[0]
except TypeError as e:
    print(e)
try:
    A["x"] = 1
except TypeError as e:
    print(e)
class New:
    def __new__(cls, *args):
        print("new", cls.__name__, args)
        return super().__new__(cls)
    def __init__(self, *args):
        print("init", args)
New(1, 2)
class Other:
    def __new__(cls):
        return 42
    def __init__(self):
        print("never")
print(Other())
class Single:
    instance = None
    def __new__(cls):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance
print(Single() is Single())

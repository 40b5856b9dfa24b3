log = []
class Base:
    x = "Base.x"
    def __init__(self, *args, **kwargs):
        log.append(("Base", args, kwargs))
    @classmethod
    def make(cls):
        return ("Base.make", cls.__name__)
    @staticmethod
    def helper(v):
        return ("Base.helper", v)
    @property
    def p(self):
        return "Base.p"
    def __getitem__(self, key):
        return ("Base.item", key)
    def __len__(self):
        return 3
    def __eq__(self, other):
        return "Base.eq"
    __hash__ = None
class Left(Base):
    def __init__(self, a, **kwargs):
        log.append(("Left", a))
        super().__init__(**kwargs)
class Right(Base):
    def __init__(self, b, **kwargs):
        log.append(("Right", b))
        super().__init__(**kwargs)
class Both(Left, Right):
    x = "Both.x"
    def __init__(self, **kwargs):
        log.append("Both")
        super().__init__(**kwargs)
    @classmethod
    def make(cls):
        return ("Both.make", super().make())
    @staticmethod
    def helper(v):
        return ("Both.helper", Base.helper(v))
    @property
    def p(self):
        return ("Both.p", super().p)
    def __getitem__(self, key):
        return ("Both.item", super().__getitem__(key))
    def __len__(self):
        return super().__len__() + 10
    def up(self):
        return super().x, super(Both, self).x, super(Left, self).make(), Left.make()
    def nested(self):
        def inner():
            return super(Both, self).x
        return inner()
    def in_comprehension(self):
        s = super()
        return [s.x for _ in range(2)]
    def __eq__(self, other):
        return ("Both.eq", super().__eq__(other))
    __hash__ = None
b = Both(a=1, b=2, c=3)
print(log)
print(b.make(), b.helper(1), b.p, b[0], len(b), b.up(), b.nested(), b.in_comprehension(), b == 1)
class Arg(Base):
    def rename(this):
        return super().x
    def no_args():
        return super().x
print(Arg().rename())
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: super().x)
attempt(lambda: Arg.no_args())
attempt(lambda: super(Base, 5).x)
attempt(lambda: super(Both, Base()).x)
attempt(lambda: super(5, 5))
class Missing(Base):
    def go(self):
        return super().nothing
    def call(self):
        return super().nothing()
attempt(lambda: Missing().go())
attempt(lambda: Missing().call())
class Set(Base):
    def __setattr__(self, name, value):
        super().__setattr__(name, ("stored", value))
s = Set()
s.v = 1
print(s.v)

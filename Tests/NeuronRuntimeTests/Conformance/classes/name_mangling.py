class A:
    __secret = "A secret"
    __dunder__ = "plain"
    def __init__(self):
        self.__x = 1
        self._y = 2
    def get(self):
        return self.__x
    def __hidden(self):
        return "A hidden"
    def call(self):
        return self.__hidden()
    def locals_too(self):
        __z = 3
        return __z
class B(A):
    def __init__(self):
        super().__init__()
        self.__x = 10
    def get_b(self):
        return self.__x
    def __hidden(self):
        return "B hidden"
b = B()
print(b.get(), b.get_b(), sorted(b.__dict__), b._A__x, b._B__x, b.call(), b._A__hidden(), b._B__hidden())
print(A._A__secret, A.__dunder__, b.locals_too())
try:
    b.__x
except AttributeError as e:
    print(e)
class _Private:
    __v = 1
    def get(self):
        return self.__v
print(_Private().get(), _Private._Private__v)
class __:
    __k = 5
print(getattr(__, "__" + "k"))
class C:
    def f(self, __p=1):
        return __p
    def g(self, other):
        other.__attr = 5
        return other
class Target:
    pass
t = C().g(Target())
print(C().f(), C().f(_C__p=3), t.__dict__)

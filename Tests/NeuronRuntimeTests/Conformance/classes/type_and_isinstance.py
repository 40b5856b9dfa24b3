class A: pass
class B(A): pass
class C: pass
a, b = A(), B()
print(isinstance(a, A), isinstance(b, A), isinstance(a, B), isinstance(b, (C, A)), isinstance(b, (C, (int, (A,)))), isinstance(a, object), isinstance(A, type), isinstance(a, ()))
print(issubclass(B, A), issubclass(A, B), issubclass(A, A), issubclass(B, (C, A)), issubclass(bool, int), issubclass(int, object), issubclass(A, object), issubclass(ZeroDivisionError, (ValueError, ArithmeticError)))
print(type(a) is A, type(b) == A, type(b) is B, type(a) == type(A()), type(A) is type, a.__class__, B.__base__, B.__bases__, A.__bases__, B.__mro__)
print(isinstance(True, int), isinstance(1, bool), isinstance(1.0, int), isinstance(None, type(None)), isinstance("s", (int, str)), isinstance(int, type), isinstance(len, object))
print(isinstance(1, int | str), isinstance("a", int | str), isinstance(1.5, int | None), isinstance(None, int | None), int | str)
for f in [lambda: isinstance(a, 5), lambda: isinstance(a, [A]), lambda: isinstance(a, (C, 5)), lambda: isinstance(a, (A, 5)), lambda: issubclass(5, int), lambda: issubclass(A, 5), lambda: issubclass(a, A), lambda: isinstance(a), lambda: isinstance()]:
    try:
        print(f())
    except TypeError as e:
        print(e)
D = type("D", (A,), {"x": 5, "m": lambda self: self.x + 1})
print(D.__name__, D().x, D().m(), issubclass(D, A), D)
print(type(a)() is not a, a.__class__().__class__ is A, type(b).__name__, type(3).__name__, type(b).__mro__[1].__name__)

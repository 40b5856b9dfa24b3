class AppError(Exception):
    """The base."""
class NotFound(AppError):
    def __init__(self, what, where="here"):
        super().__init__(f"{what} not found")
        self.what = what
        self.where = where
class Quiet(AppError):
    def __init__(self, code):
        self.code = code
class Shown(AppError):
    def __str__(self):
        return "custom str"
    def __repr__(self):
        return "custom repr"
class Coded(ValueError):
    code = 100
    def __init__(self, message, code=None):
        super().__init__(message)
        if code is not None:
            self.code = code
    def __str__(self):
        return f"[{self.code}] {super().__str__()}"
def attempt(e):
    try:
        raise e
    except AppError as error:
        print("AppError", type(error).__name__, error, repr(error), error.args)
    except ValueError as error:
        print("ValueError", type(error).__name__, error, repr(error), error.args, error.code)
attempt(NotFound("key"))
attempt(NotFound("key", where="there"))
attempt(Quiet(5))
attempt(Shown("a", "b"))
attempt(Coded("bad"))
attempt(Coded("bad", 7))
attempt(AppError)
attempt(AppError("x", 1))
attempt(Shown)
print(NotFound("k", "w").where, NotFound("k").what, NotFound.__mro__[1].__name__, AppError.__doc__, AppError, issubclass(NotFound, Exception), Quiet(3).code, AppError.__name__)
try:
    raise NotFound
except TypeError as error:
    print(error)
try:
    NotFound()
except TypeError as error:
    print(error)
class Equal(Exception):
    def __eq__(self, other):
        return isinstance(other, Equal) and self.args == other.args
    def __hash__(self):
        return 1
print(Equal(1) == Equal(1), Equal(1) == Equal(2), Equal(1) in [Equal(1)], {Equal(1): "v"}[Equal(1)])
class Multiple(KeyError, AttributeError):
    pass
for kind in (KeyError, AttributeError, LookupError):
    try:
        raise Multiple("both")
    except kind as error:
        print(kind.__name__, error, repr(error))
class WithMethods(Exception):
    count = 0
    @classmethod
    def make(cls, n):
        cls.count += 1
        return cls(f"number {n}")
    @property
    def short(self):
        return self.args[0][:3]
try:
    raise WithMethods.make(7)
except WithMethods as error:
    print(error, error.short, WithMethods.count)
raise NotFound("final", where="nowhere")

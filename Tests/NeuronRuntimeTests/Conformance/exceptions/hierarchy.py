pairs = [
    ("ZeroDivisionError", lambda: 1 / 0), ("IndexError", lambda: [][0]), ("KeyError", lambda: {}["k"]), ("TypeError", lambda: 1 + "a"), ("ValueError", lambda: int("x")),
    ("AttributeError", lambda: None.x), ("NameError", lambda: missing_name), ("OverflowError", lambda: 2.0 ** 10000), ("StopIteration", lambda: next(iter([]))), ("AssertionError", lambda: exec_assert()),
    ("UnicodeEncodeError", lambda: "x".nothing), ("RecursionError", lambda: deep()), ("NotImplementedError", lambda: fail(NotImplementedError("n"))), ("ImportError", lambda: fail(ImportError("i"))), ("ModuleNotFoundError", lambda: fail(ModuleNotFoundError("m"))),
]
def missing_names():
    return None
def exec_assert():
    assert False, "asserted"
def deep():
    return deep()
def fail(e):
    raise e
missing_name = 0
del missing_name
handlers = [ArithmeticError, LookupError, RuntimeError, OSError, Exception]
for name, f in pairs:
    for handler in handlers:
        try:
            try:
                f()
            except handler as e:
                print(name, "caught as", handler.__name__, "is", type(e).__name__)
                break
        except Exception:
            pass
for e in [ZeroDivisionError, OverflowError, FloatingPointError, IndexError, KeyError, UnboundLocalError, NameError, RecursionError, NotImplementedError, StopIteration, AssertionError, AttributeError, TypeError, ValueError, UnicodeError, EOFError, MemoryError, ImportError, ModuleNotFoundError, OSError, FileNotFoundError, KeyboardInterrupt, SystemExit, GeneratorExit, ArithmeticError, LookupError, RuntimeError, Warning, UserWarning, DeprecationWarning, BaseException, Exception, TimeoutError, BufferError, PermissionError]:
    print(e.__name__, [b.__name__ for b in e.__mro__])
print(IOError is OSError, EnvironmentError is OSError)

for e in [ValueError(), ValueError("a"), ValueError("a", 1), ValueError(None), ValueError(5), ValueError([1, 2]), ValueError(("t",)), KeyError("k"), KeyError(5), KeyError(), KeyError("a", "b"), KeyError((1, 2)), IndexError("i"), StopIteration(7), OSError("o"), Exception("it's"), Exception('q"'), AssertionError("a"), RuntimeError("multi\nline"), UnicodeError("u"), SystemExit(3), NameError("n"), AttributeError("at"), ImportError("im")]:
    print(repr(e), "|", str(e), "|", e.args, "|", f"{e}", "|", f"{e!r:>5}", "|", "%s" % e, "|", [e])
print(StopIteration(7).value, StopIteration().value, StopIteration(1, 2).value, SystemExit(3).code)
e = ValueError("x")
e.args = (1, 2)
print(e, repr(e))
e.extra = 5
print(e.extra, e.__dict__)
e.args = [3]
print(e.args)
try:
    e.args = 5
except TypeError as error:
    print(error)
try:
    raise ValueError("msg", 42)
except ValueError as error:
    a, b = error.args
    print(a, b, len(error.args))
print(ValueError("a") == ValueError("a"), e == e, e != ValueError(), bool(ValueError()), ValueError, type(e), type(e).__name__, str(type(e)), ValueError.__name__)
for f in [lambda: ValueError(x=1), lambda: ValueError("a") + "b", lambda: len(ValueError("abc")), lambda: ValueError("abc")[0], lambda: list(ValueError("abc")), lambda: "x" + ValueError("y"), lambda: ValueError("a") < ValueError("b"), lambda: ValueError("z").message]:
    try:
        print(f())
    except (TypeError, AttributeError) as error:
        print(error)
print(repr(ValueError("a" * 5, ValueError("inner"))), ValueError(ValueError("in")), ValueError({"k": 1}), repr(ValueError(1.5)), repr(ValueError("tab\t")))
e = ValueError("noted")
e.add_note("a note")
print(e, e.__notes__)

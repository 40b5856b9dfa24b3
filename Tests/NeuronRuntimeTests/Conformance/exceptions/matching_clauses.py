def classify(f):
    try:
        f()
    except (ValueError, TypeError) as e:
        return "value or type", str(e)
    except LookupError as e:
        return type(e).__name__, str(e)
    except ArithmeticError:
        return "arithmetic"
    except:
        return "anything"
    else:
        return "nothing"
def fail(e):
    raise e
print(classify(lambda: int("z")), classify(lambda: len(5)), classify(lambda: {}[1]), classify(lambda: [1][3]), classify(lambda: 1 % 0), classify(lambda: fail(RuntimeError("r"))), classify(lambda: 1))
print(classify(lambda: fail(KeyboardInterrupt())), classify(lambda: fail(SystemExit(3))), classify(lambda: fail(BaseException("b"))))
kinds = (KeyError, (ValueError, (IndexError,)))
for e in [KeyError("k"), ValueError("v")]:
    try:
        raise e
    except (KeyError, ValueError) as caught:
        print(repr(caught), caught is e)
def dynamic(kind, e):
    try:
        raise e
    except kind as caught:
        return "caught " + repr(caught)
print(dynamic(ValueError, ValueError(1)), dynamic((KeyError, ValueError), ValueError(2)), dynamic(Exception, KeyError(3)))
try:
    dynamic(KeyError, ValueError("escapes"))
except ValueError as e:
    print("escaped", e)
try:
    dynamic((), ValueError("empty tuple"))
except ValueError as e:
    print("escaped", e)
for bad in [5, "ValueError", (ValueError, 5), int, [ValueError], None, ValueError("instance")]:
    try:
        dynamic(bad, KeyError("x"))
    except TypeError as e:
        print(e)
    except KeyError as e:
        print("KeyError", e)
calls = []
def kind(name, k):
    calls.append(name)
    return k
try:
    raise KeyError("order")
except kind("first", ValueError):
    print("no")
except kind("second", KeyError):
    print("yes")
except kind("third", Exception):
    print("no")
print(calls)
try:
    pass
except kind("never", ValueError):
    pass
print(calls)

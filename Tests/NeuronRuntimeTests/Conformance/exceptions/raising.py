def attempt(f):
    try:
        f()
    except BaseException as e:
        print(type(e).__name__, "|", e, "|", repr(e.__cause__), "|", repr(e.__context__), "|", e.__suppress_context__)
def raiser(e, cause=...):
    if cause is ...:
        raise e
    raise e from cause
attempt(lambda: raiser(ValueError))
attempt(lambda: raiser(ValueError("v")))
attempt(lambda: raiser(ValueError("v"), KeyError("cause")))
attempt(lambda: raiser(ValueError("v"), KeyError))
attempt(lambda: raiser(ValueError("v"), None))
attempt(lambda: raiser(5))
attempt(lambda: raiser("text"))
attempt(lambda: raiser(None))
attempt(lambda: raiser(int))
attempt(lambda: raiser(object()))
attempt(lambda: raiser(ValueError("v"), 5))
attempt(lambda: raiser(ValueError("v"), int))
class Odd(Exception):
    def __new__(cls):
        return 5
attempt(lambda: raiser(Odd))
class Init(Exception):
    def __init__(self):
        raise KeyError("in init")
attempt(lambda: raiser(Init))
def bare():
    raise
attempt(bare)
def bare_after():
    try:
        raise ValueError("handled")
    except ValueError:
        pass
    raise
attempt(bare_after)
def bare_inside():
    try:
        raise ValueError("again")
    except ValueError:
        raise
attempt(bare_inside)
def bare_in_function():
    try:
        raise KeyError("from outside")
    except KeyError:
        bare()
attempt(bare_in_function)
def bare_in_finally():
    try:
        raise KeyError("in finally")
    finally:
        raise
attempt(bare_in_finally)
def nested():
    try:
        raise ValueError("first")
    except ValueError:
        try:
            raise KeyError("second")
        except KeyError:
            pass
        raise
attempt(nested)
def in_loop():
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError as e:
            if i == 2:
                raise
attempt(in_loop)

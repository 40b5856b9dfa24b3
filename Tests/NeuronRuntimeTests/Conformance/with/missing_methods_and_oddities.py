class Nothing:
    pass
class OnlyEnter:
    def __enter__(self):
        return self
class OnlyExit:
    def __exit__(self, *args):
        return True
def attempt(m):
    try:
        with m as x:
            print("body", x)
    except Exception as e:
        print(type(e).__name__, e)
attempt(Nothing())
attempt(OnlyEnter())
attempt(OnlyExit())
attempt(5)
attempt(None)
attempt("text")
class Truthy:
    def __enter__(self):
        return None
    def __exit__(self, kind, value, traceback):
        return "truthy text"
with Truthy() as n:
    print(n)
    raise ValueError("swallowed by a truthy value")
class Replaces:
    def __enter__(self):
        return self
    def __exit__(self, kind, value, traceback):
        if kind is KeyError:
            raise ValueError("replaced") from value
        return False
try:
    with Replaces():
        {}["missing"]
except ValueError as e:
    print(e, repr(e.__cause__))
class FewArguments:
    def __enter__(self):
        return 1
    def __exit__(self):
        return False
try:
    with FewArguments():
        pass
except TypeError as e:
    print(e)
m = Nothing()
m.__enter__ = lambda: 1
m.__exit__ = lambda *a: True
attempt(m)
class Restores:
    depth = 0
    def __enter__(self):
        Restores.depth += 1
        return Restores.depth
    def __exit__(self, *args):
        Restores.depth -= 1
with Restores() as a:
    with Restores() as b:
        print(a, b, Restores.depth)
print(Restores.depth)
r = Restores()
with r, r, r as third:
    print(third)
print(Restores.depth)
def by_hand(manager, body):
    value = manager.__enter__()
    try:
        body(value)
    except Exception as e:
        if not manager.__exit__(type(e), e, None):
            raise
    else:
        manager.__exit__(None, None, None)
by_hand(Truthy(), lambda v: 1 / 0)
by_hand(Restores(), print)
print("end")

import functools
class Manager:
    def __init__(self, generator):
        self.generator = generator
    def __enter__(self):
        return next(self.generator)
    def __exit__(self, kind, value, traceback):
        if kind is None:
            try:
                next(self.generator)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        try:
            self.generator.throw(value)
        except StopIteration:
            return True
        except kind as e:
            if e is value:
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")
def manager(f):
    @functools.wraps(f)
    def make(*args, **kwargs):
        return Manager(f(*args, **kwargs))
    return make
@manager
def tag(name):
    print(f"<{name}>")
    try:
        yield name * 2
    finally:
        print(f"</{name}>")
@manager
def ignoring(*kinds):
    try:
        yield
    except kinds as e:
        print("ignored", repr(e))
with tag("a") as t:
    print(t)
    with tag("b"):
        print("inside")
with ignoring(ValueError, KeyError):
    int("x")
with ignoring(ValueError), tag("c"):
    raise ValueError("through c")
try:
    with tag("d"):
        raise KeyError("k")
except KeyError as e:
    print("caught", e)
try:
    with ignoring(ValueError):
        raise TypeError("other")
except TypeError as e:
    print("caught", e)
print(tag.__name__)

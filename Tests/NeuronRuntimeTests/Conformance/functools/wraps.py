from functools import wraps, update_wrapper, partial

def traced(f):
    @wraps(f)
    def wrapper(*args, **kwargs):
        """Not shown."""
        print("call", f.__name__, args, kwargs)
        return f(*args, **kwargs)
    return wrapper

@traced
def area(w, h=1):
    """Of a rectangle."""
    return w * h

area.unit = "m"
print(area(3, h=2), area.__name__, area.__doc__, area.__wrapped__(2), area.__qualname__, area.__module__)
again = traced(area)
print(again.unit, again.__wrapped__ is area, again(1))

def plain():
    pass

print(update_wrapper(plain, area).__name__, plain.unit)
p = update_wrapper(partial(area, 5), area)
print(p.__name__, p.__doc__, p())

def repeat(times):
    def decorate(f):
        @wraps(f, assigned=("__name__",), updated=())
        def inner(x):
            for _ in range(times):
                x = f(x)
            return x
        return inner
    return decorate

@repeat(3)
def double(x):
    "Twice."
    return 2 * x

print(double(1), double.__name__, double.__doc__)

class Counter:
    def __init__(self, f):
        update_wrapper(self, f)
        self.count = 0

    def __call__(self, *args):
        self.count += 1
        return self.__wrapped__(*args)

c = Counter(area)
print(c(2), c.count, c.__name__, c.unit)

from functools import lru_cache, cache

@lru_cache(maxsize=None)
def fib(n):
    """The n-th."""
    return n if n < 2 else fib(n - 1) + fib(n - 2)

print(fib(80), fib.cache_info(), fib.__name__, fib.__doc__)
fib.cache_clear()
print(fib.cache_info(), fib(3), fib.cache_info().hits, fib.__wrapped__(2))

calls = []
@lru_cache(maxsize=2)
def f(x, y=0, *, z=0):
    calls.append((x, y, z))
    return x + y + z

for a in [1, 2, 1, 3, 2, 1]:
    f(a)
print(calls, f.cache_info())
print(f(1, 0), f(1, y=0), f(x=1), f(1, z=2), f(1, z=2), f.cache_info(), f.cache_parameters())

@cache
def g(*args, **kwargs):
    print("called", args, kwargs)
    return len(args)

print(g(1, 2), g(1, 2), g(1, 2, a=3), g(1.0, 2), g(), g())
hits, misses, size, current = g.cache_info()
print(hits, misses, size, current, g.cache_info() == (3, 3, None, 3), len(g.cache_info()), g.cache_info()[1])

@lru_cache
def h(x):
    return type(x).__name__

@lru_cache(typed=True)
def k(x):
    return type(x).__name__

print(h(1), h(1.0), h("1"), k(1), k(1.0), h.cache_info(), k.cache_info())

@lru_cache(maxsize=0)
def n(x):
    return x

print(n(1), n(1), n.cache_info())

class Grid:
    def __init__(self, size):
        self.size = size

    @lru_cache(maxsize=None)
    def paths(self, i, j):
        if i == 0 or j == 0:
            return 1
        return self.paths(i - 1, j) + self.paths(i, j - 1)

print(Grid(3).paths(10, 10), Grid.paths.cache_info().misses)
try:
    fib([1])
except TypeError as error:
    print(error)
@lru_cache(maxsize=3)
def failing(x):
    if x > 1:
        raise ValueError(x)
    return x
for x in [0, 2, 0, 2]:
    try:
        print(failing(x))
    except ValueError as error:
        print("no", error)
print(failing.cache_info())

def f(*args):
    return args
def g(**kwargs):
    return kwargs
def h(a, *args, b=1, **kwargs):
    return a, args, b, kwargs
print(f(), f(1, 2), f(*"ab", *[1]), g(), g(a=1, b=2), g(**{"x": 1}, y=2), h(1), h(1, 2, 3, b=4, c=5), h(*range(4), **dict(z=1)))

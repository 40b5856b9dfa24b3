def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def default(a, b=1): pass
def star(a, *rest): pass
def key(a, *, k): pass
def keys(*, k, l=1, m): pass
def kw(a, **named): pass
def pos(a, b, /): pass
def attempt(f, *args, **kwargs):
    try:
        f(*args, **kwargs)
        print("fine")
    except TypeError as e:
        print(e)
for f in [none, one, two, three, default, star, key, keys, kw, pos, lambda: 0, lambda a: 0]:
    for n in range(5):
        attempt(f, *range(n))
    attempt(f, a=1)
    attempt(f, zz=1)
    attempt(f, 1, a=1)
    attempt(f, 1, k=1)
    attempt(f, 1, 2, 3, 4, k=1, q=2)
    attempt(f, k=1, m=2)
attempt(one, **{"a": 1, "b": 2})
attempt(two, *[1], **{"b": 2})
attempt(two, *[1], **{"a": 2})
def call_star(f, args, kwargs):
    try:
        f(*args, **kwargs)
        print("fine")
    except TypeError as e:
        print(e)
call_star(one, 5, {})
call_star(one, [1], 5)
call_star(one, [1], {1: 2})
call_star(one, None, {})
call_star(one, [1], None)
call_star(kw, [1], {"a b": 2})
call_star(len, 5, {})
try:
    kw(1, **{"x": 1}, **{"x": 2})
except TypeError as e:
    print(e)
try:
    kw(1, x=1, **{"x": 2})
except TypeError as e:
    print(e)

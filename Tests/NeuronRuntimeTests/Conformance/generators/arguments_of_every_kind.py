def f(a, b=2, *rest, c, d=4, **more):
    yield a, b
    yield rest
    yield c, d
    yield more


print(list(f(1, c=3)))
print(list(f(1, 5, 6, 7, c=8, d=9, e=10)))
print(list(f(*[1, 2, 3], **{"c": 4, "z": 5})))


def g(x, /, y):
    yield x
    yield y


print(list(g(1, y=2)))
print(list(g(1, 2)))
g(1)

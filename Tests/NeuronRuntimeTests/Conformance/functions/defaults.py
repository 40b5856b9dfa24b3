def f(a, b=2, c="x"):
    return a, b, c
print(f(1), f(1, 3), f(1, c=5), f(c=1, a=2), f(*[1, 2]), f(**{"a": 1, "c": 2}), f(1, *[5], c=6), f(a=1, **{"b": 9}))
def g(items=[]):
    items.append(len(items))
    return items
print(g(), g(), g([5]), g())
x = 1
def h(v=x):
    return v
x = 2
print(h())

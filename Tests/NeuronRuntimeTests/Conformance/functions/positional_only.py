def f(a, b=2, /, c=3, *, d=4):
    return a, b, c, d
print(f(1), f(1, 5, 6), f(1, c=7, d=8))
def g(a, /, **kw):
    return a, kw
print(g(1, a=5))

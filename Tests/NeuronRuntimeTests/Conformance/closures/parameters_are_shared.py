def f(x, *args, k=1, **kw):
    def g():
        nonlocal x
        x += k
        return x, args, k, kw
    return g
g = f(1, 2, 3, k=4, z=5)
print(g(), g())

def f(a=1):
    pass
f(1, 2)

def f(a, *, b, c=3):
    return a, b, c
print(f(1, b=2), f(a=1, b=5, c=6), f(b=1, a=2))
def g(*, x=1):
    return x
print(g(), g(x=5))

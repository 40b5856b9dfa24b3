def f(a):
    print("not reached")
    yield a


print("before")
f()

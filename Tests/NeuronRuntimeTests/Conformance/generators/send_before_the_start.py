def f():
    x = yield
    print(x)


g = f()
g.send(1)

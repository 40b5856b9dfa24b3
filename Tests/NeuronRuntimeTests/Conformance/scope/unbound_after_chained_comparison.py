def f():
    if False:
        x = 1
    print(3 < 2 < x)
    print(x)
f()

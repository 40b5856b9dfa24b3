def f():
    x = 1
    for i in range(2):
        print(x)
        del x
f()

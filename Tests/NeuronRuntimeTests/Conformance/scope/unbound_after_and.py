def f(c):
    if c:
        x = 1
    y = c and x
    print(y)
    return x
f(False)

def f(c):
    if c:
        x = 1
    y = x if c else 0
    print(y)
    return x
print(f(True))
f(False)

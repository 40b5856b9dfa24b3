def f(n):
    while n > 0:
        n -= 1
        z = n
    else:
        print("else")
    return z
print(f(2))
f(0)

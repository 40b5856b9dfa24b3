def f():
    n = 0
    while True:
        print("yield", n)
        yield n
        n += 1


a, b = zip("ab", f())
print(a, b)
x, y, z = f()

def a(x):
    def b(y):
        def c(z):
            nonlocal x
            x += 1
            return x + y + z
        return c
    return b
f = a(1)(10)
g = a(100)(10)
print(f(100), f(100), g(1))

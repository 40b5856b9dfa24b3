# Floats: the integral of a polynomial, and the root of a number, step by step.


def f(x):
    return x * x * x - 2.0 * x + 1.0


def integral(a, b, n):
    width = (b - a) / n
    total = 0.0
    for i in range(n):
        x = a + (i + 0.5) * width
        total += f(x) * width
    return total


def root(a, rounds):
    x = a
    while rounds > 0:
        x = 0.5 * (x + a / x)
        rounds = rounds - 1
    return x


print(integral(0.0, 2.0, 2000000))
print(root(2.0, 3000000))

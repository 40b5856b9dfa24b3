import numpy as np


def run(change):
    a = np.arange(6).reshape(2, 3).copy()
    f = a * 1.5
    b = a > 2
    try:
        change(a, f, b)
        print(a, f, b)
    except Exception as error:
        print(type(error).__name__, error)


def add(a, f, b):
    same = a
    a += 1
    print(same is a)
    f += a
    b |= True


def multiply(a, f, b):
    a *= 2
    f *= [1, 2, 3]
    f -= 1
    b &= False


def divide(a, f, b):
    f /= 2
    a //= 2
    f %= 1
    a **= 2
    a <<= 1
    a ^= 1


def matrix(a, f, b):
    a @= np.eye(3, dtype=int)


def true_division(a, f, b):
    a /= 2


def add_float(a, f, b):
    a += 1.5


def add_array_of_floats(a, f, b):
    a += np.ones((2, 4))


def subtract_truths(a, f, b):
    b -= b


def truths_and_integers(a, f, b):
    b &= a


def too_many_axes(a, f, b):
    a += np.ones((2, 2, 3), int)


def too_small(a, f, b):
    row = a[0]
    row += a


def wrong_shape(a, f, b):
    f += np.ones((2, 4))


def negative_power(a, f, b):
    a **= -1


for change in [
    add, multiply, divide, matrix, true_division, add_float, add_array_of_floats, subtract_truths,
    truths_and_integers, too_many_axes, too_small, wrong_shape, negative_power,
]:
    run(change)

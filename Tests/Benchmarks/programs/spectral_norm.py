# The spectral norm of an infinite matrix, by the power method.
import math


def entry(i, j):
    return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1)


def times(v, n):
    result = []
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += entry(i, j) * v[j]
        result.append(total)
    return result


def transposed_times(v, n):
    result = []
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += entry(j, i) * v[j]
        result.append(total)
    return result


def norm(n, rounds):
    u = [1.0] * n
    for _ in range(rounds):
        v = transposed_times(times(u, n), n)
        u = transposed_times(times(v, n), n)
    top = sum([a * b for a, b in zip(u, v)])
    bottom = sum([b * b for b in v])
    return math.sqrt(top / bottom)


print(f"{norm(300, 12):.9f}")

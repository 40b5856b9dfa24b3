def f(values):
    total = 0
    partial = [total := total + v for v in values]
    return partial, total
print(f([1, 2, 3]))

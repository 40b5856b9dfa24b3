from functools import reduce

print(reduce(lambda a, b: a * b, range(1, 6)), reduce(max, [3, 9, 2]), reduce(lambda a, b: a + [b], "abc", []))
print(reduce(lambda a, b: a + b, [], 7), reduce(None, [5]), reduce(lambda f, g: lambda x: g(f(x)), [abs, str])(-4))
print(reduce(lambda a, b: a + b, (n * n for n in range(4))))

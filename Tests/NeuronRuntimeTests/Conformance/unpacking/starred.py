a, *b = [1, 2, 3]
*c, d = "xyz"
e, *f, g = range(5)
h, *i = [1]
*j, = (1, 2)
print(a, b, c, d, e, f, g, h, i, j)
first, (second, *rest), *last = 1, [2, 3, 4], 5, 6
print(first, second, rest, last)
for x, *y in [(1, 2, 3), (4,)]:
    print(x, y)

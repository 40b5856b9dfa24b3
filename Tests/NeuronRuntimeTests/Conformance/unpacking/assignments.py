a, b = 1, 2
a, b = b, a
(c, d), e = (3, 4), 5
[f, g] = "xy"
h, = [9]
print(a, b, c, d, e, f, g, h)
i = j = k = [0]
i.append(1)
print(j, k)
x, (y, (z, w)) = 1, (2, (3, 4))
print(x, y, z, w)
a = [1, 2, 3]
i, a[i if False else 0] = 1, 5
print(i, a)
i = 0
i, a[i] = 2, 9
print(i, a)
a[0], a[1] = a[1], a[0]
print(a)
() = []

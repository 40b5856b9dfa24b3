import numpy as np

a = np.arange(6).reshape(2, 3).copy()
row = a[0]
row += 10
print(a)
a.T[2] *= 2
print(a)
a[:, 0] -= 1
print(a, row)
for line in a:
    line += 100
print(a)
flat = a.reshape(-1)
flat[::2] = 0
print(a)
copy = a[[0, 1]]
copy += 1
print(a)
masked = a[a > 0]
masked[:] = -1
print(a)
a[a > 0] += 1000
a[[0, 0], [1, 1]] += 1
print(a)
x, y = a
x -= 1
print(a)
a[0], a[1] = a[1].copy(), a[0].copy()
print(a)
a[0], a[1] = a[1], a[0]
print(a)

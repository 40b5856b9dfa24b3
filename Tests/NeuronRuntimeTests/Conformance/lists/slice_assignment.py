a = list(range(10))
a[2:5] = [20, 30]
print(a)
a[:0] = ["x", "y"]
print(a)
a[len(a):] = ["end"]
print(a)
a[::2] = [0] * len(a[::2])
print(a)
a[1:3] = []
print(a)
a[5:2] = ["mid"]
print(a)
a[:] = "abc"
print(a)
a[::-1] = [1, 2, 3]
print(a)
a[1:2] = a
print(a)
a[0:2] = range(2)
print(a)

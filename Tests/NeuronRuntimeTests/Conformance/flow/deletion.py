a = [1, 2, 3, 4]
d = {"x": 1, "y": 2}
b = 5
del a[0], d["x"]
print(a, d)
del (a[0], b)
print(a)
m = [[1, 2], [3]]
del m[0][1]
print(m)
del b

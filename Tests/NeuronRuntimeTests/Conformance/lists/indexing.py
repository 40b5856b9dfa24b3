a = [10, 20, 30]
print(a[0], a[-1], a[True], a[-3])
a[0] = 1
a[-1] = 3
print(a)
print(a[3])

n = 3
for i in range(n):
    n = 10
    print(i, n)
a = [1, 2]
for x in a[:]:
    a.append(x)
print(a)

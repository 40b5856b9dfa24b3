a = [1, 2]
b = a
c = a[:]
b.append(3)
print(a, b, c, a is b, a is c, a == b)
def change(x):
    x.append("changed")
    x = ["new"]
    return x
print(change(a), a)

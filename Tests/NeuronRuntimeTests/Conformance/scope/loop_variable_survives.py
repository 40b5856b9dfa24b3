for i in range(3):
    pass
print(i)
for i in []:
    pass
print(i)
for a, b in [(1, 2)]:
    pass
print(a, b)
for d in [{}]:
    d["x"] = 1
print(d)
items = [0, 0]
for items[0] in range(3):
    pass
print(items)

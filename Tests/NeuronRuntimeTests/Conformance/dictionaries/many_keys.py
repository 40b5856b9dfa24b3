d = {}
for i in range(1000):
    d[i * 37 % 1009] = i
for i in range(0, 1009, 3):
    d.pop(i, None)
for i in range(5):
    d["k" + str(i)] = i
print(len(d), list(d)[:5], list(d)[-6:], sum(d.values()))

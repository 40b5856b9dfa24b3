x = 2**70
y = x // 2**40
print(y, y + 1, type(y), [10, 20][x - x])
print(x >> 60, x & 0xFF, (x | 1) & 1, x ^ x)
d = {1: "one"}
print(d[x - x + 1])

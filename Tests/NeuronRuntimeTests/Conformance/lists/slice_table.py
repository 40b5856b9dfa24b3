a = list(range(6))
bounds = [None, 0, 1, 3, 5, 6, 9, -1, -3, -6, -9]
for step in [None, 1, 2, 3, 7, -1, -2, -3, -7]:
    print(step, [a[i:j:step] for i in bounds for j in bounds])
    print(step, ["abcdef"[i:j:step] for i in bounds for j in bounds])
    print(step, [tuple(a)[i:j:step] for i in bounds for j in bounds[:4]], [list(range(10, 16)[i:j:step]) for i in bounds[:5] for j in bounds], [len(range(6)[i:j:step]) for i in bounds for j in bounds])
print(range(10)[2:8], range(10)[::2], range(10)[::-1], range(10)[8:2:-2], range(0, 20, 3)[1:5], range(0, 20, 3)[::-2], range(5)[10:], range(5, 0, -1)[1:3])

def with_slice(i, j, step, value):
    a = list(range(6))
    try:
        a[i:j:step] = value
    except (ValueError, TypeError) as e:
        return str(e)
    return a
def without_slice(i, j, step):
    a = list(range(6))
    del a[i:j:step]
    return a
bounds = [None, 0, 2, 5, 9, -2, -9]
for i in bounds:
    for j in bounds:
        print(i, j, [with_slice(i, j, None, v) for v in ([], ["x"], "abcdefgh", (9,) * 3)], [with_slice(i, j, s, ["p", "q"]) for s in (1, 2, -1, -2)], [without_slice(i, j, s) for s in (None, 1, 2, 3, -1, -2)])
a = [1, 2, 3]
a[1:1] = a
print(a)
a[:] = a[::-1]
print(a)
a[len(a):] = [7]
a[:0] = (0,)
print(a)
a[::2] = [x * 10 for x in a[::2]]
print(a)
a[1:3] = (x for x in "gen")
print(a)
a[2:4] = {5: 1, 6: 2}
print(a)
for bad in [5, None, 1.5]:
    try:
        a[0:1] = bad
    except TypeError as e:
        print(e)
try:
    a[::2] = 5
except TypeError as e:
    print(e)
b = [0] * 5
b[1:4] += [9]
print(b)
b[0:2] *= 2
print(b)
c = [[1, 2], [3]]
c[0][1:] = c[1]
print(c)
d = list("abc")
d[True:2] = "XYZ"
print(d)
class I:
    def __index__(self):
        return 2
d[I():] = []
d[1] = "i"
print(d, d[:I()], [10, 20, 30][I()])

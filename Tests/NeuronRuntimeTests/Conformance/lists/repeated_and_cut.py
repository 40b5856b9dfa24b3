# Repetition, slices, deletion and insertion move items in one go.
xs = [1, [2], "3"]
print(xs * 3, xs * 0, xs * -1, 2 * xs)
ys = xs * 2
ys[1].append(9)
print(xs, ys)
xs *= 3
print(xs, len(xs))
xs *= 1
xs += xs
print(len(xs))
xs *= 0
print(xs)
print((1, 2) * 3, () * 5, (None,) * 4)
zs = list(range(20))
print(zs[5:15:3], zs[15:5:-4], zs[::-1][:3], zs[-3:], zs[30:], zs[3:3], zs[:])
del zs[::3]
print(zs)
del zs[-2:]
del zs[0]
print(zs)
zs.insert(0, "a")
zs.insert(100, "z")
zs.insert(-1, "y")
print(zs, zs.pop(2), zs.pop(), zs.pop(0), zs)
zs.extend(zs)
zs.reverse()
print(zs)
t = tuple(range(10))
print(t[2:5], t[::-2], t[8:2], t[:])
for k in (0, 1, 5):
    print("ab" * k, "é" * k, len("xyz" * k))
nested = [[0] * 3 for _ in range(2)]
nested[0][1] = 5
nested[1][-1] += 7
print(nested)
print(sorted([3, 1, 2] * 40)[::30], sorted("hello world " * 9)[-5:], sorted([(i % 5, -i) for i in range(90)])[:3])
print(sorted([2.5, -1.0, 0.5] * 30, reverse=True)[:4], sorted([1, 0.5, True, 2], key=lambda v: -v))

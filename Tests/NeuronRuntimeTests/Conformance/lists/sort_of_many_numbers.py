# Enough of them to be sorted without comparing.
def numbers(n, seed):
    result = []
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        result.append(seed - 1073741824)
    return result


ints = numbers(500, 1)
print(sorted(ints)[:5], sorted(ints)[-5:])
print(sorted(ints, reverse=True)[:5])
print(sorted(sorted(ints)) == sorted(ints), sorted(ints, reverse=True) == sorted(ints)[::-1])
wide = [x * 2**32 + 1 for x in ints] + [2**63 - 1, -(2**63), 0, -1]
print(sorted(wide)[0], sorted(wide)[-1], sorted(wide, reverse=True)[1])
long = wide + [2**63, -(2**70)]
print(sorted(long)[0], sorted(long)[-1])
floats = [x / 1000 for x in ints]
print(sorted(floats)[:3], sorted(floats, reverse=True)[:3])
edges = floats + [float("inf"), float("-inf"), 5e-324, -5e-324, 1e308, -1e308]
print(sorted(edges)[:3], sorted(edges)[-3:])
zeros = [0.0, -0.0, 1.0, -0.0, 0.0] * 40
print([repr(x) for x in sorted(zeros)][:10], str(sorted(zeros, reverse=True)[-10:]))
mixed = floats + [1, 2, 3, True]
print(sorted(mixed)[250:260])
print(sorted([7] * 300) == [7] * 300, sorted([False, True] * 100)[99:101])

# Equal keys keep their order, in reverse too.
rows = [(x % 10, i) for i, x in enumerate(ints)]
print(sorted(rows, key=lambda row: row[0])[48:53])
print(sorted(rows, key=lambda row: row[0], reverse=True)[48:53])
print(sorted(rows, key=lambda row: -row[0] / 4)[48:53])
ints.sort(key=lambda x: x % 1000)
print(ints[:4])
ints.sort(key=lambda x: (x % 7, -x))
print(ints[:4])
pairs = [(x % 5, x % 3 / 2, str(x)) for x in ints]
print(sorted(pairs)[:3], sorted(pairs)[-2:])
short = [(1, 2), (1,), (), (1, 2, 0), (0, 9), (1, 1.5), (True, 3)]
print(sorted(short), sorted(short, reverse=True))
try:
    sorted(ints + ["a"])
except TypeError as e:
    print(e)
try:
    sorted([(x, None) for x in [3, 3, 1]])
except TypeError as e:
    print(e)

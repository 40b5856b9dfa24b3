import math
values = [0, 0.0, -0.0, False, True, 1, 1.0, 2**53, 2.0**53, 2**53 + 1, 10**400, -10**400, float("inf"), float("-inf"), float("nan"), 1e308, 0.1]
for a in values:
    print(math.isnan(a) if not isinstance(a, int) else a % 7, [(a < b) + 2 * (a <= b) + 4 * (a == b) + 8 * (a != b) + 16 * (a >= b) + 32 * (a > b) for b in values])
mixed = [1, 1.0, True, "1", None, [1], (1,), {1}, {1: 1}, range(1, 2), frozenset([1])]
for a in mixed:
    print([(a == b) for b in mixed], [(a != b) for b in mixed])
    row = []
    for b in mixed:
        try:
            row.append(a < b)
        except TypeError as e:
            row.append(str(e))
    print(row)
print(sorted([3, 1.5, True, -2, 0.0, 10**20, 1e10]), max(1, 1.0), min(0.0, -0.0), max([2, 2.0]), sorted([2.0, 2, True, 1.0]))
print([1, 2] < [1, 2, 3], [1, 3] < [1, 2, 3], (1, "a") < (1, "b"), [] < [0], [[1]] < [[2]], (1, 2) == (1.0, 2.0), [1, [2]] == [1, [2.0]], "a" < "b" < "c", "Z" < "a", "" < "a", "abc" < "abd", "é" > "z")
x = float("nan")
print(x == x, x != x, x < x)
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, 3 > 2 >= 2 != 1, 1 < 2 > 1 < 5, not 1 == 2, 1 in [1] == True, (1 in [1]) == True, "a" in "abc" in ["abc"])
print({1: "int", 1.0: "float", True: "bool"}, {0: 1, -0.0: 2, False: 3}, hash(2**61 - 1), hash(2**61), hash(-1), hash(-2), hash(True), hash(1e100), hash(10**100), hash(0.1), hash(-5.5), {2**70: 1}[2.0**70], hash((1, 2)), hash(()), hash((1.0, 2)) == hash((1, 2)))

print({5, 3, 1}, {10, 20, 30, 8, 16}, {-1, -2, 0, 1}, set(range(20, 0, -1)), {100, 1000, 10, 1})
print(set([7, 15, 23, 31, 1]), {0.5, 1.5, 2.25}, {2**40, 2**41, 1}, {2**61 - 1, 2**61, 0}, {True, 2, 3.0})
s = set()
for i in [8, 16, 24, 0, 1, 9, 32]:
    s.add(i)
    print(s)
for i in [8, 24, 1]:
    s.discard(i)
    print(s)
s.add(8)
print(s)
big = set(range(0, 1000, 37))
print(big, list(big)[:5], sum(big))
print({1, 2, 3} | {9, 8, 7}, {9, 8, 7} | {1, 2, 3}, {1, 2, 3, 4} & {4, 3, 9}, {30, 20, 10} - {20}, {1, 2} ^ {2, 3, 65})
print(set([3, 1, 2]).union([64, 32]), {x * x for x in range(-5, 6)}, {x % 7 for x in range(50)}, {-x for x in range(6)})
t = {i for i in range(30)}
for i in range(0, 30, 2):
    t.remove(i)
print(t)
t.update(range(100, 110))
print(t)
popped = []
while t:
    popped.append(t.pop())
print(popped, t)
copy = set({33, 1, 17}).copy()
print(copy, set(copy), frozenset(copy), {*copy}, set(list(copy)[::-1]))
print({(1, 2), (3, 4)} == {(3, 4), (1, 2)}, {1.0, 2, 3} == {1, 2.0, 3}, {float("inf"), 1}, {-1.5, 1.5, 0.0})
print([n for n in {4, 2, 11, 7, 3}], dict.fromkeys({4, 2, 11}), list(enumerate({9, 4, 1})), sorted({3, 2, 1}), list(map(str, {12, 5})))
m = {1, 2, 3}
m.intersection_update([2, 3, 4])
m.symmetric_difference_update([3, 77])
m.difference_update([2])
print(m)
print({i * 100000 for i in range(12)}, {10**18 + i for i in range(6)}, {-i * 3 for i in range(8)})

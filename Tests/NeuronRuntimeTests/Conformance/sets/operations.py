a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, b - a, a ^ b)
print(a.union(b), a.intersection(b), a.difference(b), a.symmetric_difference(b), a.union(), a.union([9], "", (8,)), a.intersection([1, 2], range(2)), a.difference([1], [2]), a.intersection())
print(a < b, {3} < a, a <= a, a < a, a > {1}, a >= b, {1, 2} <= a, set() < {1}, a.issubset([1, 2, 3, 4, 5]), a.issuperset(range(1, 3)), a.isdisjoint([7]), a.isdisjoint(b))
f = frozenset([3, 1, 2])
print(f, frozenset(), frozenset("a"), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {f: "key"}[frozenset([1, 2, 3])], {f, frozenset([1, 2, 3])} == {f}, f == {1, 2, 3}, type(f))
print(f | {9}, {9} | f, type(f | {9}).__name__, type({9} | f).__name__, f & {1}, f - {1}, f ^ {1, 8}, f.union([5]), f.copy() is f, frozenset(f) is f)
for op in [lambda: f.add(1), lambda: f.remove(1), lambda: f.clear(), lambda: f.update([1]), lambda: a | [1], lambda: a.union(5), lambda: a <= [1], lambda: a < 1, lambda: sorted([a, b]) and 1, lambda: a & "ab", lambda: a.intersection(5), lambda: a.isdisjoint(5), lambda: a.issubset(None)]:
    try:
        print(op())
    except (TypeError, AttributeError) as e:
        print(e)
g = f
g |= {7}
print(f, g, type(g).__name__)
try:
    a |= [1]
except TypeError as e:
    print(e)
a.update([10], {11: 1})
print(a)
s = {frozenset([1]), frozenset()}
print(frozenset([1]) in s, {1} in s, set() in s, len(s))
s.discard({1})
print(s)
print({1, 2, 3}.__contains__(2), set.union({1}, {2}), {1}.__or__({2}), {1} == {1.0} == {True}, {"a"} | {"a"}, len({1, "1", 1.0, (1,)}))
def subsets(items):
    if not items:
        return [[]]
    rest = subsets(items[1:])
    return rest + [[items[0]] + r for r in rest]
print(subsets([1, 2, 3]), len({frozenset(x) for x in subsets([1, 2, 3])}))
print({0.0, -0.0}, {0: "a", False: "b", 0.0: "c"})

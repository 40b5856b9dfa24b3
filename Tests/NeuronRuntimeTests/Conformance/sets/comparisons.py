a, b = {1, 2}, {1, 2, 3}
print(a < b, a <= b, a > b, a >= b, a == b, a != b)
print(b > a, b >= b, b > b, {1} < {2}, {1} > {2}, {1} == frozenset([1]), {1} != {1.0})
print(set() < {1}, frozenset() <= set(), {1} == [1], {1} == {1: 1})
print(a.issubset(b), a.issubset([1]), a.issubset([1, 2, 5]), b.issuperset(a), b.issuperset("a"))
print(a.isdisjoint(b), a.isdisjoint([5, 6]), a.isdisjoint(set()), set().isdisjoint(set()))
print(sorted([{1, 2, 3}, {1}, {1, 2}], key=len))

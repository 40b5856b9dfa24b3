print(set.union({1}, {2}), frozenset.intersection(frozenset([1, 2]), [2]))
add = set.add
s = set()
add(s, 3)
print(s, len(s))
print(type({1}), type(frozenset()), isinstance({1}, set), isinstance(frozenset(), set), set, frozenset)

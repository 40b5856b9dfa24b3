d = {frozenset([1, 2]): "pair", frozenset(): "none"}
print(d[frozenset([2, 1])], d[frozenset()], frozenset([3]) in d)
print({frozenset([1]), frozenset([1.0]), frozenset([2])} == {frozenset([2]), frozenset([1])})
print(frozenset([1, 2]).union([3]), frozenset([1]).copy(), frozenset([1, 2]) - {1})
s = frozenset([1])
s |= {2}
print(s)

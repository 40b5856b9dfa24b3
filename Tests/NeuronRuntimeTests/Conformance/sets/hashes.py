print(hash(frozenset()), hash(frozenset([1, 2, 3])), hash(frozenset([3, 2, 1])))
print(hash(()), hash((1,)), hash((1, 2.5, (True, -1))), hash((0, 0, 0)))
print(hash(1), hash(-1), hash(2 ** 61 - 1), hash(2 ** 61), hash(-(2 ** 70)), hash(0.1), hash(1e300))
print(hash(frozenset([frozenset([1]), frozenset()])), hash(True), hash(5e-324))

class Bag(set):
    def twice(self):
        return len(self) * 2

class Frozen(frozenset):
    pass

b = Bag([1, 2])
b.add(5)
print(b.twice(), b, b | {9}, 5 in b, len(b), sorted(b), str(b), [b], Bag(), f"{b}")
print(Frozen([1]), Frozen(), hash(Frozen([1])) == hash(frozenset([1])), Frozen([1]) == {1}, isinstance(b, set))

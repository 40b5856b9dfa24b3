class Bag(set):
    pass

class Row(list):
    pass

a = Bag([1, 2])
print({1, 2} == a, a == {1, 2}, {1} | a, {1, 5}.union(a), {2}.issubset(a), {1, 2, 3} - a, a < {1, 2, 3})
print({1}.isdisjoint(a), set(a), frozenset(a), a.union([5]), a & {1}, len(a), a in {frozenset([1, 2])})
b = Bag([7])
c = b
b |= {8}
b.update([9])
print(b, type(b), c is b)
d = {1}
d |= a
d -= a
print(d, {1: 2}.keys() & a)
r = Row([1])
r += [2]
print(type(r), r)

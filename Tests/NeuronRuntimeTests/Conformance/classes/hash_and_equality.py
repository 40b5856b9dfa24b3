class OnlyEq:
    def __eq__(self, other):
        return True
class Both:
    def __init__(self, k):
        self.k = k
    def __eq__(self, other):
        return isinstance(other, Both) and self.k == other.k
    def __hash__(self):
        return self.k % 3
    def __repr__(self):
        return f"B{self.k}"
class Child(Both):
    def __eq__(self, other):
        return super().__eq__(other)
class Child2(Both):
    def __eq__(self, other):
        return super().__eq__(other)
    __hash__ = Both.__hash__
class Neither:
    pass
for make in [lambda: {OnlyEq(): 1}, lambda: {OnlyEq()}, lambda: hash(OnlyEq()), lambda: {Child(1): 1}, lambda: set([Child(1)]), lambda: hash([]), lambda: hash({}), lambda: hash((1, [2]))]:
    try:
        print(make())
    except TypeError as e:
        print(e)
print(OnlyEq.__hash__, Child.__hash__, Child2(4) == Child2(4), len({Child2(4), Child2(4), Child2(7)}))
d = {Both(1): "one", Both(4): "four", Both(7): "seven"}
print(d, d[Both(4)], Both(7) in d, Both(10) in d, d.get(Both(10), "none"))
d[Both(1)] = "uno"
del d[Both(4)]
print(d, len(d), list(d))
n = Neither()
m = Neither()
e = {n: 1, m: 2}
print(e[n], e[m], n == n, n == m, n != m, n in e, Neither() in e)
class Negative:
    def __hash__(self):
        return -1
class Huge:
    def __hash__(self):
        return 2**61
class Truth:
    def __hash__(self):
        return True
print(hash(Negative()), hash(Huge()), hash(Truth()))

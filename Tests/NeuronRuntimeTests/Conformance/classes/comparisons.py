class P:
    def __init__(self, v):
        self.v = v
    def __repr__(self):
        return f"P({self.v})"
    def __lt__(self, other):
        return self.v < other.v
    def __le__(self, other):
        return self.v <= other.v
    def __eq__(self, other):
        return isinstance(other, P) and self.v == other.v
    def __hash__(self):
        return hash(self.v)
a, b, c = P(1), P(2), P(1)
print(a < b, a <= b, a > b, a >= b, a == b, a != b, a == c, a != c, a is c)
print(sorted([P(3), P(1), P(2)]), max(P(3), P(5)), min([P(3), P(1)]), sorted([P(1), P(2)], reverse=True))
print([a, b] == [c, b], (a,) < (b,), [a, b] < [c, P(3)], a in [c], [b, c].index(a), [a, c, b].count(P(1)))
print({a: "x"}[c], len({a, b, c}), {a: 1, c: 2})
print(a == 1, a != 1, a == None, 1 == a)
print(a < b < P(3), a < b > c)
class Truthy:
    def __eq__(self, other):
        return "yes"
    def __ne__(self, other):
        return ""
    def __lt__(self, other):
        return []
t = Truthy()
print(t == 1, t != 1, t < 1, 1 == t, 1 > t, [t] == [1], [t] != [1], t in [5], bool(t < 2), not (t < 2))

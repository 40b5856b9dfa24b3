print({x for x in range(5)}, {x * y for x in range(4) for y in range(4)}, {x for x in range(10) if x % 3 == 0}, sorted({c for c in "hello" if c != "l"}), {len(w) for w in "a bb cc ddd".split()}, {(x, y) for x in range(1) for y in range(1)})
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print(e)
s = {1, 2, 3}
try:
    for x in s:
        s.remove(x)
except RuntimeError as e:
    print(e)
s = {1, 2, 3}
for x in list(s):
    if x % 2:
        s.remove(x)
print(s)
seen = set()
unique = [x for x in [3, 1, 3, 2, 1] if not (x in seen or seen.add(x))]
print(unique, seen)
class K:
    def __init__(self, v):
        self.v = v
    def __hash__(self):
        return self.v
    def __eq__(self, other):
        return isinstance(other, K) and self.v == other.v
    def __repr__(self):
        return f"K{self.v}"
ks = {K(3), K(1), K(3)}
print(len(ks), K(1) in ks, K(2) in ks, sorted(ks, key=lambda k: k.v), {K(5)}, {K(1)} == {K(1)}, {K(1)} & {K(1), K(2)})
graph = {1: {2, 3}, 2: {4}, 3: {4}, 4: set()}
def reach(start):
    found, todo = set(), [start]
    while todo:
        n = todo.pop()
        if n not in found:
            found.add(n)
            todo.extend(graph[n] - found)
    return found
print(reach(1), reach(2), reach(4))
def sieve(n):
    composite = {m for i in range(2, n) for m in range(i * i, n, i)}
    return sorted(set(range(2, n)) - composite)
print(sieve(50))
words = ["listen", "silent", "enlist", "google", "elgoog"]
groups = {}
for w in words:
    groups.setdefault(frozenset(w), set()).add(w)
print([sorted(g) for g in groups.values()])
a = {1}
b = a
a = a | {2}
print(a, b)
a = b
a |= {3}
print(a, b, a is b)
recursive = [set()]
recursive[0].add((1, "x"))
print(recursive, {"k": {1}}, ({2},), [{3}, frozenset({4})], str({5}), f"{ {6} }", "%s" % {7}, repr(frozenset({8})), [frozenset()], [set()])
A = {("a", 1)}
print({*A} == A, dict(A), sorted({3: 1, 1: 2}), sorted({"x": 1}.keys() | {"y"}))

from collections import defaultdict

d = defaultdict(list)
for name, value in [("a", 1), ("b", 2), ("a", 3)]:
    d[name].append(value)
print(d, d["a"], "c" in d, d["c"], len(d), d.default_factory)
n = defaultdict(int, {"x": 5}, y=6)
n["x"] += 1
n["z"] += 1
print(n, dict(n), n.get("q"), n == {"x": 6, "y": 6, "z": 1}, type(n), isinstance(n, dict))
nested = defaultdict(lambda: defaultdict(int))
nested["a"]["b"] += 1
print(nested["a"], nested["a"].copy())
print(defaultdict(None, {1: 2}), defaultdict(), defaultdict(set, [(1, {2})]))
print(defaultdict(int, {1: 1}) | {2: 2}, sorted(defaultdict(float, a=1).items()))
n.default_factory = None
print(n)

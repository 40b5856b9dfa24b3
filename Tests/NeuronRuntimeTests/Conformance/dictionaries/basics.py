d = {"a": 1, "b": 2}
d["c"] = 3
d["a"] = 10
print(d, len(d), "a" in d, 1 in d, d["b"], d.get("x"), d.get("x", 0), list(d), list(d.keys()), list(d.values()), list(d.items()))
del d["b"]
d["b"] = 5
print(d, d.pop("a"), d.pop("zz", None), d, d.setdefault("c", 9), d.setdefault("n"), d)
d.update({"c": 0, "q": 1})
d.update(z=26)
d.update([("k", "v")])
print(d, d.copy() == d, d.popitem(), d)
d.clear()
print(d, bool(d), {} == {}, dict(a=1, b=2), dict([("x", 1)]), dict({"y": 2}, z=3), dict(zip("ab", [1, 2])))

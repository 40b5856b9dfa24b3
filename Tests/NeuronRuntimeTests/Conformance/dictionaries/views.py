d = {"a": 1, "b": 2}
k = d.keys()
v = d.values()
i = d.items()
d["c"] = 3
print(k, v, i, len(k), "c" in k, 3 in v, ("c", 3) in i, ("c", 4) in i, list(reversed(d)), list(reversed(d.items())), sorted(v, reverse=True), k == d.keys(), max(d, key=d.get))
for key, value in d.items():
    print(key, value)

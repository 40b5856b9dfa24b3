d = {"a": {"b": [1, {"c": 2}]}}
d["a"]["b"][1]["c"] += 5
d["a"].setdefault("n", []).append(1)
print(d, d["a"]["b"][1]["c"])

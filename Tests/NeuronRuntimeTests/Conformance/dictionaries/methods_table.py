def fresh():
    return {"a": 1, "b": 2, "c": 3}
d = fresh()
print(d.get("a"), d.get("z"), d.get("z", 0), d.pop("a"), d.pop("z", "default"), d.popitem(), d, d.setdefault("b", 9), d.setdefault("n"), d.setdefault("l", []), d)
d = fresh()
d.update({"a": 10, "d": 4})
d.update([("e", 5), ["f", 6]])
d.update(g=7, a=11)
d.update({}, h=8)
d.update("ij" for _ in range(1))
print(d, len(d), list(d), list(d.values()), list(d.items()), list(reversed(d)))
print(dict(), dict(a=1), dict([(1, 2)]), dict({"x": 1}, y=2), dict(zip("ab", range(2))), dict(["ab", "cd"]), dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), {**fresh(), "z": 0}, fresh() | {"a": 9, "q": 1}, {i: i * i for i in range(3)})
d = fresh()
d |= {"z": 26}
d |= [("y", 25)]
print(d, d.copy() == d, d.copy() is d, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {} == {}, {1: 1} != {1: 1.0}, fresh().keys() == {"a", "b", "c"}, "a" in d, "z" not in d.keys(), 1 in d.values(), ("a", 1) in d.items(), ("a", 2) in d.items())
del d["a"]
d["a"] = "moved to the end"
print(d)
d.clear()
print(d, bool(d), bool({0: 0}))
keys, values, items = fresh().keys(), fresh().values(), fresh().items()
print(keys, values, items, len(keys), list(reversed(list(keys))), sorted(values, reverse=True), max(items), list(reversed(keys)), list(reversed(values)), list(reversed(items)))
live = fresh()
view = live.keys()
live["new"] = 1
print(view, len(view), view & {"a", "new"}, live.values(), isinstance(view, dict))
d = {1: "int", "1": "str", (1,): "tuple", None: "none", True: "replaced", 1.5: "float", frozenset([1]): "frozen"}
print(d, d[1], d[1.0], d[True], d[None], d[(1,)], d[frozenset({1})], len(d))
for f in [lambda: d["missing"], lambda: d[[1]], lambda: {}.popitem(), lambda: d.pop("q"), lambda: d.get(), lambda: d.get([]), lambda: [] in d, lambda: d.setdefault({}), lambda: d < d, lambda: d + d, lambda: d | [1], lambda: d | None, lambda: d.update(5), lambda: d.update([1]), lambda: d.update([(1,)]), lambda: dict([(1, 2, 3)]), lambda: dict(1), lambda: dict.fromkeys(5), lambda: dict.fromkeys([[]]), lambda: d.nope, lambda: d.keys()[0], lambda: {**5}, lambda: {**[1]}, lambda: hash(d), lambda: d(), lambda: d.get(1, 2, 3), lambda: d.pop(), lambda: d.keys().add(1), lambda: d.items() + 1]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    del d["nope"]
except KeyError as e:
    print("KeyError", e, e.args)
for change in [lambda d, k: d.pop(k), lambda d, k: d.update({k + "x": 1}), lambda d, k: d.clear()]:
    d = fresh()
    try:
        for k in d:
            change(d, k)
    except RuntimeError as e:
        print(e, d)
d = fresh()
for k in list(d):
    if d[k] > 1:
        del d[k]
print(d)
for k in (d := fresh()):
    d[k] *= 10
print(d)
counts = {}
for word in "the cat the dog the end".split():
    counts[word] = counts.get(word, 0) + 1
print(counts, sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])), max(counts, key=counts.get), sum(counts.values()), {v: k for k, v in counts.items()})
index = {}
for i, word in enumerate("a b a c b a".split()):
    index.setdefault(word, []).append(i)
print(index, {k: len(v) for k, v in index.items()}, [k for k, v in index.items() if len(v) > 1], dict(sorted(index.items(), key=lambda kv: len(kv[1]))))
nested = {"x": {"y": {"z": [1, {"deep": "value"}]}}}
nested["x"]["y"]["z"][1]["deep"] += "!"
nested["x"]["w"] = nested["x"].get("w", 0) + 1
print(nested, nested["x"]["y"]["z"][1]["deep"], list(nested["x"]))
big = {i: str(i) for i in range(1000)}
for i in range(0, 1000, 2):
    del big[i]
big[0] = "zero again"
print(len(big), list(big)[:3], list(big)[-1], big[999], sum(big))

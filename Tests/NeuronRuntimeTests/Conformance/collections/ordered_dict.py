from collections import OrderedDict

d = OrderedDict([("a", 1), ("b", 2)], c=3)
print(d, OrderedDict(), len(d), d["a"], list(d), list(reversed(d)))
d.move_to_end("a")
print(d)
d.move_to_end("c", last=False)
print(d, d.popitem(), d.popitem(last=False), d)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1})
print(OrderedDict.fromkeys("xy", 0), d.copy() == d, type(d), isinstance(d, dict), d | {"z": 1})
d.update(q=9)
d.setdefault("r", 7)
print(d.pop("q"), d, dict(d))

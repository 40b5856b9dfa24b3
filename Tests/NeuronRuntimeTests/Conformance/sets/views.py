d = {1: "a", 2: "b", 3: "c"}
e = {2: "b", 3: "x", 4: "d"}
print(d.keys() & e.keys(), d.keys() | e.keys(), d.keys() - e.keys(), d.keys() ^ e.keys())
print(d.keys() & [1, 5], d.keys() | [9], d.keys() - {1}, [1, 7] | d.keys(), {2, 8} & d.keys())
print(len(d.items() & e.items()), len(d.items() | e.items()), len(d.items() ^ e.items()))
print(d.keys() == {1, 2, 3}, {1, 2, 3} == d.keys(), d.keys() < {1, 2, 3, 4}, d.keys() >= {1})
print(d.keys().isdisjoint([4]), d.keys().isdisjoint(e), d.items().isdisjoint([(1, "a")]))
print(d.items() == {(1, "a"), (2, "b"), (3, "c")}, d.items() <= e.items(), d.keys() != e.keys())
s = {1}
s |= d.keys()
print(s, {3: 0}.keys() <= d.keys())

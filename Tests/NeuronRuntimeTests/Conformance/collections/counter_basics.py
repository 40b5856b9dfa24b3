from collections import Counter

c = Counter("mississippi")
print(c)
print(c["s"], c["z"], "z" in c, len(c), c.most_common(2), c.most_common(), c.most_common(0))
print(sorted(c.elements()), c.total(), Counter(), Counter(a=2, b=-1), Counter({"x": 3}))
c.update("sips")
c.subtract({"i": 10, "q": 1})
print(c)
del c["i"]
del c["nothing"]
c["m"] += 5
print(dict(c), isinstance(c, dict), isinstance(c, Counter), type(c), Counter.__name__)
print(list(c), c.copy() == c, sum(c.values()), c.get("zz"), c.pop("m"))
for word, count in Counter("the cat the dog".split()).items():
    print(word, count)

class Counting(dict):
    def __missing__(self, key):
        return 0
    def total(self):
        return sum(self.values())
c = Counting(a=1)
for letter in "banana":
    c[letter] += 1
print(c, c.total(), c["zzz"], "zzz" in c, c.get("zzz"), len(c), sorted(c), type(c).__name__, isinstance(c, dict))
print(c == {"a": 4, "b": 1, "n": 2}, list(c.items()), {**c}, dict(c), type(dict(c)).__name__, c | {"q": 1}, type(c | {}).__name__, c.copy(), type(c.copy()).__name__)
class Lower(dict):
    def __init__(self, *args, **kwargs):
        super().__init__()
        for k, v in dict(*args, **kwargs).items():
            self[k] = v
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)
    def __getitem__(self, key):
        return super().__getitem__(key.lower())
    def __contains__(self, key):
        return super().__contains__(key.lower())
    def __repr__(self):
        return f"Lower({super().__repr__()})"
l = Lower(Abc=1, XYZ=2)
l["New"] = 3
print(l, l["ABC"], "NEW" in l, l.get("new"), l.get("NEW"), len(l))
l.update({"UP": 1})
print(l)
del l["abc"]
print(l, l.pop("xyz"), l.setdefault("S", 5), l)
try:
    l["gone"]
except KeyError as e:
    print("KeyError", e)
class Attr(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name)
    def __setattr__(self, name, value):
        self[name] = value
a = Attr(x=1)
a.y = 2
print(a.x, a.y, a, hasattr(a, "z"))
try:
    a.z
except AttributeError as e:
    print(e, type(e.__context__).__name__)
for k, v in Attr(p=1, q=2).items():
    print(k, v)

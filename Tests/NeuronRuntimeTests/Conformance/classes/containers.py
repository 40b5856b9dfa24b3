class Box:
    def __init__(self, items):
        self.items = list(items)
    def __len__(self):
        return len(self.items)
    def __getitem__(self, key):
        print("get", key)
        return self.items[key]
    def __setitem__(self, key, value):
        print("set", key, value)
        self.items[key] = value
    def __delitem__(self, key):
        print("del", key)
        del self.items[key]
    def __contains__(self, item):
        print("contains", item)
        return item in self.items
    def __iter__(self):
        print("iter")
        return iter(self.items)
    def __reversed__(self):
        print("reversed")
        return iter(self.items[::-1])
b = Box([1, 2, 3, 4])
print(b[0], b[-1], b[1:3], b[::2], b[::-1])
b[0] = 10
b[1:2] = [20, 21]
del b[-1]
del b[0:2]
print(b.items, 3 in b, 99 not in b, list(b), list(reversed(b)), len(b), bool(b))
for x in b:
    print("item", x)
first, *rest = b
print(first, rest, [*b], max(b), sum(b), tuple(b), sorted(b), list(zip(b, b)), list(enumerate(b)))
b[0] += 5
print(b.items)
class Grid:
    def __init__(self):
        self.cells = {}
    def __getitem__(self, key):
        return self.cells.get(key, 0)
    def __setitem__(self, key, value):
        self.cells[key] = value
    def __delitem__(self, key):
        del self.cells[key]
g = Grid()
g[1, 2] = 5
g["a"] = 6
g[1, 2] += 1
g[()] = "empty"
g[..., 1] = 2
print(g[1, 2], g["a"], g[0, 0], g[()], g.cells)
del g[1, 2]
try:
    del g[9]
except KeyError as e:
    print("KeyError", e)
class Shows:
    def __getitem__(self, key):
        return key
s = Shows()
print(s[1:2], s[:], s[::3], s[1:2, 3], s[None], s[-1], s[1:2:3, ::-1], s["x":"y"])

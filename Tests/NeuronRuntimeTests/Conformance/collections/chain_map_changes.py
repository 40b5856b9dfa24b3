from collections import ChainMap

c = ChainMap({1: 2}, {3: 4})
print(c | {3: 5}, {3: 5, 6: 7} | c, c | ChainMap({8: 9}))
d = c
d |= {10: 11}
print(c, d is c, c == {1: 2, 10: 11, 3: 4}, {1: 2} == c, c != {1: 2}, c == ChainMap({3: 4, 1: 2, 10: 11}), c == 3)
print(c.copy(), c.copy().maps[1] is c.maps[1], c.copy().maps[0] is c.maps[0])
print(c.pop(1), c.pop(77, 'no'), c.setdefault(3, 0), c.setdefault(5), c)
try: c.pop(3)
except KeyError as e: print(e)
try: c.pop(3, 4, 5)
except TypeError as e: print(type(e))
c.update({1: 1}, a=2)
print(c, c.popitem())
c.clear()
try: c.popitem()
except KeyError as e: print(e)
print(c)
try: c | [(1, 2)]
except TypeError as e: print(e)
print(dict(ChainMap({1: 2}, {3: 4})), {**ChainMap({"a": 2})})
def given(**names):
    return names
print(given(**ChainMap({"a": 2}, {"b": 3})))

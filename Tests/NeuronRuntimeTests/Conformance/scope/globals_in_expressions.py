# Globals whose methods are called and whose items are taken.
import math
from collections import Counter, namedtuple

xs = [1, 2, 0]
pair = (4, 5, 6)
table = {0: "zero", 1: 1}
text = "abc"


def follow(i):
    for _ in range(3):
        i = xs[i]
    return i


print(follow(0), follow(1), follow(-1))


class Grid:
    def __getitem__(self, index):
        global grid
        kept, grid = grid, None
        made = [[n] * 50 for n in range(300)]
        grid = kept
        return len(made) + index

    def size(self):
        return "size"


grid = Grid()


def items(k):
    return xs[k], pair[k], table[k], text[k], grid[k]


print(items(0), items(1))
for bad in [7, "k", None, 2**70]:
    for name in "xs", "pair", "table":
        try:
            if name == "xs":
                xs[bad]
            elif name == "pair":
                pair[bad]
            else:
                (lambda key: table[key])(bad)
        except (IndexError, TypeError, KeyError) as e:
            print(name, type(e).__name__, e)


def many():
    Point = namedtuple("Point", "x y")
    global point, counts
    point = Point(1, 2)
    counts = Counter("abca")
    results = []
    for value in [point, counts, table, xs, text, grid]:
        global thing
        thing = value
        try:
            results.append(thing.copy())
        except AttributeError as e:
            results.append(str(e))
    return results


print(many())
print(point._replace(x=5), counts.most_common(1), table.get(9, "none"), xs.index(0), text.upper())


def root(x):
    return math.sqrt(x)


print(root(2.0), root(9))
try:
    root(-1)
except ValueError as e:
    print(e)
for value in [grid, xs, math, grid, math]:
    holder = value
    try:
        print(holder.size())
    except AttributeError as e:
        print(e)


def unbound():
    return missing.method()


def unbound_item(k):
    return missing[k]


for f in unbound, lambda: unbound_item(0):
    try:
        f()
    except NameError as e:
        print(e)
missing = [3]
print(unbound_item(0), missing.pop())
del missing
try:
    unbound_item(0)
except NameError as e:
    print(e)


def many_variables(a):
    if a:
        b = c = d = e = f = g = h = i = j = k = 1
        return b + c + d + e + f + g + h + i + j + k
    try:
        return k
    except UnboundLocalError as error:
        return str(error)


def few_variables(a):
    if a:
        b = c = d = 2
        return b + c + d
    try:
        return d
    except UnboundLocalError as error:
        return str(error)


print(many_variables(1), many_variables(0), few_variables(1), few_variables(0))

# Methods taken from values and classes that nothing else refers to any more.
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple


def replacer():
    point = namedtuple("point", "x y")
    return point(1, 2)._replace, point._make, point(3, 4)._asdict


def others():
    return (
        Counter("abca").most_common,
        deque([1, 2, 3]).rotate,
        ChainMap({"a": 1}).new_child,
        defaultdict(list).__getitem__,
        OrderedDict(a=1, b=2).popitem,
        Counter("xyzx").copy,
    )


replace, make, as_dict = replacer()
most_common, rotate, new_child, get, pop, copy = others()
garbage = [[i, str(i)] for i in range(1000)]
garbage = [tuple(pair) for pair in garbage]
print(replace(x=5), make([7, 8]), as_dict())
print(most_common(1), rotate(1), new_child({"b": 2}), get("k"), pop(last=False), copy())
made = [namedtuple("row", "a b")(i, -i) for i in range(5)]
print(made[3], made[3].a + made[4].b, made[0]._fields, len(garbage))

# The list of maps may be changed, and what stands in it is looked into as it is.
from collections import ChainMap, defaultdict


def attempt(what, body):
    try:
        print(what, body())
    except Exception as error:
        print(what, type(error).__name__, error)


def store(chain):
    chain["a"] = 1


def delete(chain):
    del chain["a"]


c = ChainMap({"a": 1})
c.maps.clear()
attempt("store", lambda: store(c))
attempt("delete", lambda: delete(c))
attempt("get", lambda: c["a"])
attempt("in", lambda: "a" in c)
attempt("len", lambda: len(c))
attempt("true", lambda: bool(c))
attempt("list", lambda: list(c))
print(c, c.new_child(), c.parents)

c = ChainMap({"a": 1})
c.maps.append(5)
attempt("first", lambda: c["a"])
attempt("second", lambda: c["b"])
attempt("list", lambda: ChainMap({}).new_child([1])["a"])
attempt("list at", lambda: ChainMap({}).new_child([7])[0])
attempt("chain", lambda: ChainMap(ChainMap({"x": 1}, {"y": 2}), {"z": 3})["y"])
attempt("keys", lambda: list(ChainMap(ChainMap({"x": 1}, {"y": 2}), {"z": 3})))
attempt("missing", lambda: delete(ChainMap({"b": 1}, {"a": 1})))
attempt("default", lambda: ChainMap(defaultdict(list), {"a": 1})["a"])
attempt("true", lambda: (bool(ChainMap({}, {})), bool(ChainMap({}, {1: 1}))))
d = ChainMap({"a": 1, "b": 2}, {"b": 3, "c": 4}, {"a": 5, "d": 6})
print(list(d), list(d.items()), list(d.values()), len(d))


class Key:
    """Clears the maps when it is compared."""

    def __init__(self, name, chain=None):
        self.name, self.chain = name, chain

    def __hash__(self):
        return 1

    def __eq__(self, other):
        for key in (self, other):
            if key.chain is not None:
                key.chain.maps.clear()
                for i in range(2000):
                    [i]
        return self.name == other.name

    def __repr__(self):
        return self.name


e = ChainMap({Key("a"): "1"}, {Key("b"): "2"}, {Key("c"): "3"})
print(e[Key("c", e)], e)
e = ChainMap({Key("a"): "1"}, {Key("b"): "2"})
e.maps.append({Key("c", e): "3", Key("d"): "4"})
print(list(e), e)

from collections import namedtuple

namedtuple("P", "x y")._make([1])

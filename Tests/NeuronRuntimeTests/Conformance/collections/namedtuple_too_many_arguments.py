from collections import namedtuple

namedtuple("P", "x y")(1, 2, 3)

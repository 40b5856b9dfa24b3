from collections import namedtuple

namedtuple("P", "x y")(1, 2)._replace(z=1)

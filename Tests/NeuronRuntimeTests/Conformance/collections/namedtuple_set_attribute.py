from collections import namedtuple

p = namedtuple("P", "x")(1)
p.x = 2

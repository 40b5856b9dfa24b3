from collections import namedtuple

print(namedtuple("P", "x y")(1, 2).z)

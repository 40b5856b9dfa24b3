from collections import namedtuple

namedtuple("P", "x class")

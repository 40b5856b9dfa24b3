from collections import namedtuple

namedtuple("P", "_x")

from collections import namedtuple

many = namedtuple("many", ["f%d" % i for i in range(3000)])
row = many(*range(3000))
print(row.f2999, len(row), row._replace(f7=-1)[7])
print(namedtuple("t", ["a"] * 5 + ["def", "_x", "b", "b"], rename=True)._fields)

import functools
import operator


class Column:
    def __init__(self, name):
        self.name = name

    def __lt__(self, other):
        return f"{self.name} < {other}"

    def __eq__(self, other):
        return [self.name, other]


x = Column("x")
print(operator.lt(x, 3), operator.gt(3, x), operator.eq(x, 1), operator.ne(x, 1))
print(operator.lt(1, 2), operator.is_(x, x), operator.eq(1, 1.0))
key = functools.cmp_to_key(lambda a, b: Column(a + b))
print(key("a") < key("b"))
print(operator.concat([1], [2]), operator.concat("a", "b"), operator.iconcat([1], (2,)))
for wrong in [(1, [2]), ([1], 2), ({1: 2}, {3: 4})]:
    try:
        operator.concat(*wrong)
    except TypeError as error:
        print(error)

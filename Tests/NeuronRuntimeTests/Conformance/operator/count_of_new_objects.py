# What a generator gives is held by nothing else while it is compared.
from operator import countOf


class Number:
    def __init__(self, value):
        self.value = [value]

    def __eq__(self, other):
        for i in range(50):
            [i]
        return self.value[0] % 7 == other.value[0]


print(countOf((Number(i) for i in range(1000)), Number(3)))
print(countOf("abca", "a"), countOf([1, 1.0, True, "1"], 1), countOf({1: 2}, 2))

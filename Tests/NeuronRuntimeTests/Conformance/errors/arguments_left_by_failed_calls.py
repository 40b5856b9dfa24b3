# Calls that fail while their arguments are being arranged, then calls that use the same registers.
class Both:
    def __init__(self, k):
        self.k = k


class Child(Both):
    def __eq__(self, other):
        return super().__eq__(other)


def pair(a, b=[1], *, c):
    return a, b, c


def numbers(a, b):
    yield a
    yield b


for make in [
    lambda: {Both(): 1},
    lambda: {Child(1): 1},
    lambda: pair([2], [3]),
    lambda: pair([2], d=[3]),
    lambda: pair(a=[1], b=[2]),
    lambda: set([Child(1)]),
    lambda: numbers([1]),
    lambda: numbers(a=[1], b=[2], c=[3]),
    lambda: hash((1, [2])),
]:
    try:
        print(make())
    except TypeError as e:
        print(e)
print(Child(4) == Child(4), [list(numbers(b=[i], a=[i + 1])) for i in range(3)], pair([1], c=[2]))

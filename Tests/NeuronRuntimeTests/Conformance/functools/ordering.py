from functools import cmp_to_key, total_ordering

print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), max(["aa", "b"], key=cmp_to_key(lambda a, b: len(a) - len(b))))
key = cmp_to_key(lambda a, b: (a > b) - (a < b))
print(key(1) < key(2), key(1) >= key(2), key(3) == key(3), key(5).obj)
numbers = ["3", "30", "34", "5", "9"]
print("".join(sorted(numbers, key=cmp_to_key(lambda a, b: int(b + a) - int(a + b)))))

@total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

a, b, c = Version(1, 2), Version(1, 3), Version(1, 2)
print(a < b, a <= b, a > b, a >= b, a <= c, a >= c, a > c, max(a, b).parts)

@total_ordering
class Box:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Box) and self.n == other.n

    def __ge__(self, other):
        if not isinstance(other, Box):
            return NotImplemented
        return self.n >= other.n

print(Box(1) < Box(2), Box(1) <= Box(1), Box(3) > Box(2), Box(2) > Box(2), sorted([Box(2), Box(1)])[0].n)
try:
    Box(1) < 3
except TypeError as error:
    print(error)
try:
    total_ordering(type("E", (), {}))
except ValueError as error:
    print(error)

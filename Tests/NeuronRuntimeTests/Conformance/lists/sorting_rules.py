people = [("Ann", 30), ("Bob", 25), ("Cy", 30), ("Di", 25), ("Ed", 20)]
print(sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: p[1], reverse=True), sorted(people, key=lambda p: (-p[1], p[0])), sorted(sorted(people, key=lambda p: p[0], reverse=True), key=lambda p: p[1]))
print(sorted([3, 1, 2]), sorted("hello"), sorted([True, False, 2, -1]), sorted([1.5, 1, 0.5]), sorted([[2], [1, 5], [1]]), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([""]), sorted([]), sorted({3: "x", 1: "y"}), sorted(["b", "B", "a", "A"]), sorted(["b", "B", "a", "A"], key=str.lower))
a = [5, 2, 9]
print(a.sort(), a, a.sort(reverse=True), a, a.sort(key=lambda x: -x), a, a.reverse(), a)
for bad in [[1, "a"], [None, 1], [[1], 2], [{}, {}], [1, None, 2], ["a", 1.5], [(1, "a"), (1, 2)], [lambda: 1, lambda: 2], [ValueError(), ValueError()], [True, "x"], [{1}, {2}], [range(2), range(1)]]:
    try:
        print(sorted(bad))
    except TypeError as e:
        print(e)
print(sorted([None]), sorted([{}]), sorted([(1, None)]), sorted([(1, None), (2, None)]))
calls = []
def key(x):
    calls.append(x)
    return x % 3
print(sorted(range(7), key=key), calls)
class Lt:
    log = 0
    def __init__(self, v):
        self.v = v
    def __lt__(self, other):
        Lt.log += 1
        return self.v < other.v
    def __repr__(self):
        return str(self.v)
print(sorted([Lt(3), Lt(1), Lt(2)]), Lt.log, sorted(map(Lt, range(20, 0, -1))), Lt.log, min(Lt(4), Lt(2)), max([Lt(4), Lt(2)], key=lambda x: x.v))
class Broken:
    def __lt__(self, other):
        raise ValueError("cannot compare")
try:
    sorted([Broken(), Broken()])
except ValueError as e:
    print(e)
class Weird:
    def __init__(self, v):
        self.v = v
    def __lt__(self, other):
        return "truthy" if self.v > other.v else ""
    def __repr__(self):
        return f"W{self.v}"
print(sorted([Weird(1), Weird(3), Weird(2)]))
b = [3, 1, 2]
try:
    b.sort(key=lambda x: 1 / (x - 1))
except ZeroDivisionError as e:
    print(e, b)
try:
    b.sort(key=lambda x: b.append(1))
except (ValueError, TypeError) as e:
    print(e, b)
c = list(range(10))
c.sort(key=lambda x: (x * 7) % 10)
print(c, sorted(c, key=lambda x: -x), sorted(range(20), key=lambda x: x // 5 % 2), sorted(range(10), key=lambda x: x % 2, reverse=True))
import functools
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)), sorted("bca", key=functools.cmp_to_key(lambda a, b: (a > b) - (a < b))))
long = [(i * 7919) % 1009 for i in range(300)]
print(sorted(long)[:10], sorted(long, reverse=True)[:5], sorted(long) == sorted(long[::-1]), sorted(long, key=lambda x: x % 10)[:12], [x for x, _ in sorted(zip(long, range(300)), key=lambda p: p[0] % 3)][:12])
nan = float("nan")
print(sorted([3, nan, 1]), sorted([nan, 2, 1]), sorted([2, 1, nan]), max([nan, 1]), max([1, nan]), min([nan, 1]))
print(sorted([10, 9, 2], key=str), sorted(["10", "9", "2"], key=int), sorted([-3, 2, -1], key=abs), sorted(["bb", "a", "ccc"], key=len, reverse=True), sorted([(1, 2), (1, 1)], key=lambda t: t[0]), sorted(d for d in "cab"), sorted(x for x in [2, 1]))

class Count:
    def __init__(self, stop):
        self.i = 0
        self.stop = stop
    def __iter__(self):
        return self
    def __next__(self):
        if self.i >= self.stop:
            raise StopIteration
        self.i += 1
        return self.i
c = Count(3)
print(list(c), list(c), [*Count(4)], sum(Count(10)), max(Count(5)), 3 in Count(5), 9 in Count(5))
for i in Count(3):
    for j in Count(2):
        print(i, j, end="; ")
print()
x, y, z = Count(3)
print(x, y, z)
try:
    x, y = Count(3)
except ValueError as e:
    print(e)
try:
    x, y, z, w = Count(3)
except ValueError as e:
    print(e)
print(next(Count(1)), next(Count(0), "default"))
try:
    next(Count(0))
except StopIteration as e:
    print("stopped", e.args, e.value)
class Twice:
    def __iter__(self):
        yield 1
        yield 2
t = Twice()
print(list(t), list(t), dict(zip(t, "ab")))
class NoNext:
    def __iter__(self):
        return 5
class NotIter:
    pass
for f in [lambda: list(NoNext()), lambda: iter(NotIter()), lambda: next(NotIter()), lambda: [x for x in NotIter()], lambda: 1 in NotIter(), lambda: [*NotIter()], lambda: print(*NotIter()), lambda: dict(NotIter()), lambda: set(NotIter()), lambda: sum(NotIter()), lambda: zip(1, NotIter())]:
    try:
        print(f())
    except TypeError as e:
        print(e)
def take():
    a, b = NotIter()
    return a, b
try:
    take()
except TypeError as e:
    print(e)
class Raises:
    def __iter__(self):
        return self
    def __next__(self):
        raise KeyError("inside")
try:
    list(Raises())
except KeyError as e:
    print("KeyError", e)

class Squares:
    def __init__(self, n):
        self.n = n
    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError("past the end")
        return i * i
s = Squares(5)
print(list(s), [x for x in s], 9 in s, 10 in s, tuple(s), sum(s), max(s), sorted(s, reverse=True))
a, b, *c = s
print(a, b, c)
for x in s:
    if x > 3:
        break
print(x)
it = iter(s)
print(next(it), next(it), list(it), list(it))
print(list(zip(s, "abc")), list(map(str, s)), dict(enumerate(s)), "-".join(map(str, s)))
class WithLen(Squares):
    def __len__(self):
        return self.n
w = WithLen(4)
print(list(reversed(w)), len(w), bool(w), bool(WithLen(0)))
try:
    reversed(s)
except TypeError as e:
    print(e)
class Fails:
    def __getitem__(self, i):
        if i == 2:
            raise ValueError("two")
        return i
try:
    print(list(Fails()))
except ValueError as e:
    print("ValueError", e)
class Stops:
    def __getitem__(self, i):
        if i == 2:
            raise StopIteration
        return i
print(list(Stops()))

class Stack(list):
    label = "stack"
    def __init__(self, items=(), name="s"):
        super().__init__(items)
        self.name = name
    def push(self, x):
        self.append(x)
        return self
    def peek(self):
        return self[-1]
    def __getitem__(self, i):
        if i == "top":
            return self.peek()
        return super().__getitem__(i)
s = Stack([1, 2], name="mine")
s.push(3).push(4)
print(s, len(s), s.peek(), s[0], s["top"], s[1:3], type(s[1:3]).__name__, s.name, s.label)
s[0] = 10
del s[1]
s += [7]
s.extend([8, 9])
s.insert(0, "first")
print(s, 7 in s, s.index(7), s.count(8), s.pop(), s == ["first", 10, 3, 4, 7, 8], type(s).__name__, isinstance(s, list))
print(s + [1], type(s + [1]).__name__, s * 2, type(s * 2).__name__, [0] + s, sorted(s[1:]), list(reversed(s)), type(s.copy()).__name__)
s.clear()
print(s, bool(s), Stack() == [], Stack([1]) < [2], Stack("ab"), [Stack([1])], repr(Stack([Stack()])))
a, *b = Stack([1, 2, 3])
print(a, b, [*Stack([4])], sum(Stack([1, 2])), dict(enumerate(Stack("xy"))), max(Stack([3, 9, 2])), list(map(str, Stack([1]))))
class Doubling(list):
    def append(self, x):
        super().append(x)
        super().append(x)
    def __len__(self):
        return 1000
    def __repr__(self):
        return "Doubling" + super().__repr__()
    def __iter__(self):
        return iter(["own", "iteration"])
    def __contains__(self, x):
        return x == "anything"
    def __eq__(self, other):
        return "eq called"
    def __add__(self, other):
        return ("add", other)
d = Doubling([1])
d.append(2)
print(d, str(d), len(d), list(d), [x for x in d], "anything" in d, 1 in d, d == 1, d + 3, d[0])
try:
    {d: 1}
except TypeError as e:
    print(e)
try:
    Stack([1]).nothing
except AttributeError as e:
    print(e)
try:
    Stack([1])[5]
except IndexError as e:
    print(e)
try:
    Stack([1]) + (2,)
except TypeError as e:
    print(e)
l = Stack([3, 1, 2])
l.sort(key=lambda v: -v)
l.reverse()
print(l, l.__class__.__bases__)

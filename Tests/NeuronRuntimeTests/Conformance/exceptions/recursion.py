def f(n):
    return f(n + 1)
try:
    f(0)
except RecursionError as e:
    print(type(e).__name__, e)
count = 0
def g():
    global count
    count += 1
    g()
try:
    g()
except RecursionError:
    print("caught", count > 100)
class A:
    def __getattr__(self, name):
        return getattr(self, name + "x")
    def __repr__(self):
        return f"<{self!r}>"
    def __eq__(self, other):
        return self == other
    def __len__(self):
        return len(self)
    def __call__(self):
        return self()
    def __add__(self, other):
        return self + other
    def __hash__(self):
        return hash(self)
    def __getitem__(self, key):
        return self[key]
    def __iter__(self):
        return iter(self)
    def __bool__(self):
        return bool(self)
    def __contains__(self, x):
        return x in self
    @property
    def p(self):
        return self.p
a = A()
for name, h in [("repr", lambda: repr(a)), ("eq", lambda: a == 1), ("len", lambda: len(a)), ("call", lambda: a()), ("add", lambda: a + 1), ("hash", lambda: hash(a)), ("item", lambda: a[0]), ("iter", lambda: list(a)), ("bool", lambda: not a), ("contains", lambda: 1 in a), ("property", lambda: a.p), ("key", lambda: {a: 1}), ("sort", lambda: sorted([1, 2], key=lambda v: a())), ("map", lambda: list(map(lambda v: a + v, [1])))]:
    try:
        print(h())
    except RecursionError as e:
        print(name, type(e).__name__)
def handled(n):
    try:
        return handled(n + 1)
    except RecursionError:
        return "handled below"
print(handled(0))
def with_finally(n):
    try:
        return with_finally(n + 1)
    finally:
        pass
try:
    with_finally(0)
except RecursionError:
    print("through finally")
print(sum(1 for _ in range(3)), "still well")

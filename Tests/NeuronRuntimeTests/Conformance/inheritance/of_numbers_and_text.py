class Celsius(float):
    unit = "C"
    def __new__(cls, value, note=""):
        self = super().__new__(cls, value)
        self.note = note
        return self
    def __str__(self):
        return f"{float(self):.1f}°{self.unit}"
    def warmer(self, by):
        return type(self)(self + by)
t = Celsius(20.5, note="room")
print(t, repr(t), t.note, t + 1, type(t + 1).__name__, t.warmer(2), type(t.warmer(2)).__name__, t == 20.5, t < 30, [t], round(t), int(t), -t, abs(t), f"{t}", f"{t:.3f}", t.is_integer(), {t: 1}[20.5])
class Mod7(int):
    def __new__(cls, v):
        return super().__new__(cls, v % 7)
    def __add__(self, other):
        return Mod7(int(self) + int(other))
    def __mul__(self, other):
        return Mod7(super().__mul__(other))
    def __repr__(self):
        return f"Mod7({int(self)})"
m = Mod7(10)
print(m, m + 6, m * 5, m - 1, type(m - 1).__name__, m == 3, [10, 20, 30, 40][m], range(m), isinstance(m, int), m.bit_length(), f"{m:05d}", str(m), sum([m, m]), 2 ** m, m / 2, "%d" % m, [m])
class Name(str):
    def __new__(cls, text):
        return super().__new__(cls, text.strip().title())
    def initials(self):
        return "".join(p[0] for p in self.split())
    def __add__(self, other):
        return Name(str.__add__(self, " " + other))
    def __len__(self):
        return 42
n = Name("  ada lovelace ")
print(n, repr(n), n.initials(), n + "king", len(n), n.upper(), type(n.upper()).__name__, n == "Ada Lovelace", n[0], n[4:], "Ada" in n, {n: 1}["Ada Lovelace"], f"{n:>15}|", "%s" % n, n * 2, [n], ",".join([n, "x"]), sorted(n)[:3], isinstance(n, str))
class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))
    @property
    def first(self):
        return self[0]
    def __add__(self, other):
        return Pair(*[x + y for x, y in zip(self, other)])
p = Pair(1, 2)
a, b = p
print(p, p.first, a, b, p + (10, 20), type(p + p).__name__, len(p), p == (1, 2), {p: "k"}[1, 2], p[::-1], type(p[:1]).__name__, p * 2, hash(p) == hash((1, 2)), p < (1, 3), sorted([Pair(2, 1), Pair(1, 9)]), 2 in p, "%s-%s" % p)
try:
    m.x = 1
    print(m.x)
    n.tag = "t"
    print(n.tag)
except AttributeError as e:
    print(e)
for f in [lambda: Mod7("x"), lambda: Pair(1), lambda: type("B", (bool,), {})]:
    try:
        print(f())
    except TypeError as e:
        print(e)
class S(set):
    def add(self, x):
        super().add(x * 2)
s = S([1])
s.add(5)
print(s, len(s), 10 in s, s | {3}, type(s | {3}).__name__, s == {1, 10}, S(), isinstance(s, set))

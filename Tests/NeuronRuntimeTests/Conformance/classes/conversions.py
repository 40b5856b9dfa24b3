import math
class C:
    def __int__(self):
        return 42
    def __float__(self):
        return 2.5
    def __index__(self):
        return 3
    def __bool__(self):
        return False
    def __str__(self):
        return "text"
    def __repr__(self):
        return "C()"
    def __format__(self, spec):
        return f"<{spec}>"
    def __len__(self):
        return 9
    def __hash__(self):
        return 11
c = C()
print(int(c), float(c), bool(c), str(c), repr(c), len(c), hash(c))
print([c], (c,), {"k": c}, f"{c}", f"{c!r}", f"{c!s}", f"{c:abc}", format(c), format(c, ">5"), "{:x}".format(c), "%s %r" % (c, c))
print([10, 20, 30, 40][c], "abcdef"[c], (1, 2, 3, 4, 5)[c:], list(range(c)), "ab" * c, [0] * c, hex(c), bin(c), oct(c), chr(C()))
print(math.sqrt(c), "%d" % C(), round(2.34567, c), 1 if c else 2, not c)
class OnlyIndex:
    def __index__(self):
        return 6
o = OnlyIndex()
print(int(o), float(o), [1] * o, range(10)[o], bin(o), divmod(7, int(o)))
class OnlyLen:
    def __init__(self, n):
        self.n = n
    def __len__(self):
        return self.n
print(bool(OnlyLen(0)), bool(OnlyLen(1)), [x.n for x in [OnlyLen(0), OnlyLen(2)] if x], OnlyLen(0) or "empty", OnlyLen(3) and "full")

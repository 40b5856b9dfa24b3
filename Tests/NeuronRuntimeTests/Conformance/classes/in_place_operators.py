class V:
    def __init__(self, v):
        self.v = v
        self.log = []
    def __repr__(self):
        return f"V({self.v}, {self.log})"
    def __iadd__(self, other):
        self.log.append(("iadd", other))
        return self
    def __isub__(self, other):
        self.log.append(("isub", other))
        return self
    def __imul__(self, other):
        self.log.append(("imul", other))
        return self
    def __itruediv__(self, other):
        self.log.append(("itruediv", other))
        return self
    def __ifloordiv__(self, other):
        self.log.append(("ifloordiv", other))
        return self
    def __imod__(self, other):
        self.log.append(("imod", other))
        return self
    def __ipow__(self, other):
        self.log.append(("ipow", other))
        return self
    def __ilshift__(self, other):
        self.log.append(("ilshift", other))
        return self
    def __irshift__(self, other):
        self.log.append(("irshift", other))
        return self
    def __iand__(self, other):
        self.log.append(("iand", other))
        return self
    def __ior__(self, other):
        self.log.append(("ior", other))
        return self
    def __ixor__(self, other):
        self.log.append(("ixor", other))
        return self
    def __imatmul__(self, other):
        self.log.append(("imatmul", other))
        return self
v = V(1)
same = v
v += 1; v -= 2; v *= 3; v /= 4; v //= 5; v %= 6; v **= 7
v <<= 8; v >>= 9; v &= 10; v |= 11; v ^= 12; v @= 13
print(v, v is same)
class Falls:
    def __iadd__(self, other):
        return NotImplemented
    def __add__(self, other):
        return f"add {other}"
f = Falls()
f += 3
print(f)
class Neither:
    def __iadd__(self, other):
        return NotImplemented
g = Neither()
try:
    g += 1
except TypeError as e:
    print(e)
try:
    g -= 1
except TypeError as e:
    print(e)
try:
    g **= 1
except TypeError as e:
    print(e)
try:
    g @= g
except TypeError as e:
    print(e)
class Holder:
    total = 10
h = Holder()
h.total += 5
print(h.total, Holder.total)
h.items = [1]
h.items += [2]
print(h.items)
d = {"v": V(0)}
d["v"] += 7
print(d)
class Replaces:
    def __iadd__(self, other):
        return [self.__class__.__name__, other]
r = Replaces()
r += 1
print(r)

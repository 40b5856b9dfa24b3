class U:
    def __neg__(self):
        return "neg"
    def __pos__(self):
        return "pos"
    def __invert__(self):
        return "invert"
    def __abs__(self):
        return "abs"
    def __round__(self, digits=None):
        return ("round", digits)
    def __trunc__(self):
        return 7
    def __floor__(self):
        return "floor"
    def __ceil__(self):
        return "ceil"
import math
u = U()
print(-u, +u, ~u, abs(u), round(u), round(u, 2), round(u, None), round(u, ndigits=-1))
print(math.trunc(u), math.floor(u), math.ceil(u))
print(not u, - - 5)
class Plain:
    pass
p = Plain()
for name, f in [("neg", lambda: -p), ("pos", lambda: +p), ("invert", lambda: ~p), ("abs", lambda: abs(p)), ("round", lambda: round(p)), ("int", lambda: int(p)), ("float", lambda: float(p)), ("floor", lambda: math.floor(p)), ("trunc", lambda: math.trunc(p))]:
    try:
        print(f())
    except TypeError as e:
        print(name, "|", e)

class R:
    def __repr__(self):
        return "R"
    def __radd__(self, other):
        return f"radd {other!r}"
    def __rsub__(self, other):
        return f"rsub {other!r}"
    def __rmul__(self, other):
        return f"rmul {other!r}"
    def __rtruediv__(self, other):
        return f"rtruediv {other!r}"
    def __rfloordiv__(self, other):
        return f"rfloordiv {other!r}"
    def __rmod__(self, other):
        return f"rmod {other!r}"
    def __rdivmod__(self, other):
        return f"rdivmod {other!r}"
    def __rpow__(self, other):
        return f"rpow {other!r}"
    def __rlshift__(self, other):
        return f"rlshift {other!r}"
    def __rrshift__(self, other):
        return f"rrshift {other!r}"
    def __rand__(self, other):
        return f"rand {other!r}"
    def __ror__(self, other):
        return f"ror {other!r}"
    def __rxor__(self, other):
        return f"rxor {other!r}"
    def __rmatmul__(self, other):
        return f"rmatmul {other!r}"
r = R()
for left in [1, 2.5, True, 10**30, [1], (1,), {}, {1}, None]:
    print(left + r, left - r, left * r, left / r, left // r, left % r)
    print(divmod(left, r), left ** r, left << r, left >> r, left & r, left | r, left ^ r, left @ r)
print("abc" * r, "a" - r)
print(sum([1, r]))
try:
    print("abc" + r)
except TypeError as e:
    print("TypeError", e)
try:
    print(r + r)
except TypeError as e:
    print("TypeError", e)
try:
    print(r + 1)
except TypeError as e:
    print("TypeError", e)
x = 5
x += r
print(x)
x = [1]
try:
    x += r
    print(x)
except TypeError as e:
    print("TypeError", e)

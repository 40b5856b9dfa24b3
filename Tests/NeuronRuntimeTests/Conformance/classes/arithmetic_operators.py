class Num:
    def __init__(self, v):
        self.v = v
    def __repr__(self):
        return f"Num({self.v})"
    def __add__(self, other):
        return Num(("add", self.v, other))
    def __sub__(self, other):
        return Num(("sub", self.v, other))
    def __mul__(self, other):
        return Num(("mul", self.v, other))
    def __truediv__(self, other):
        return Num(("truediv", self.v, other))
    def __floordiv__(self, other):
        return Num(("floordiv", self.v, other))
    def __mod__(self, other):
        return Num(("mod", self.v, other))
    def __divmod__(self, other):
        return ("divmod", self.v, other)
    def __pow__(self, other, modulus=None):
        return Num(("pow", self.v, other, modulus))
    def __lshift__(self, other):
        return Num(("lshift", self.v, other))
    def __rshift__(self, other):
        return Num(("rshift", self.v, other))
    def __and__(self, other):
        return Num(("and", self.v, other))
    def __or__(self, other):
        return Num(("or", self.v, other))
    def __xor__(self, other):
        return Num(("xor", self.v, other))
    def __matmul__(self, other):
        return Num(("matmul", self.v, other))
n = Num(1)
print(n + 2, n - 2, n * 2, n / 2, n // 2, n % 2)
print(divmod(n, 2), n ** 2, pow(n, 2), pow(n, 2, 5))
print(n << 2, n >> 2, n & 2, n | 2, n ^ 2, n @ 2)
print(n + n, n + "text", n + [1], n + None)
n += 5
print(n)
n = Num(3)
n @= 4
print(n)
n = Num(3)
n **= 4
n //= 2
print(n)

# Matrices over any numbers that have + and *: floats, integers, fractions written here.
from functools import reduce


def gcd(a, b):
    while b:
        a, b = b, a % b
    return abs(a)


class Fraction:
    __slots__ = ("n", "d")

    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        g = gcd(n, d) * (-1 if d < 0 else 1)
        self.n, self.d = n // g, d // g

    @staticmethod
    def of(value):
        return value if isinstance(value, Fraction) else Fraction(value)

    def __add__(self, other):
        if not isinstance(other, (int, Fraction)):
            return NotImplemented
        other = Fraction.of(other)
        return Fraction(self.n * other.d + other.n * self.d, self.d * other.d)

    __radd__ = __add__

    def __neg__(self):
        return Fraction(-self.n, self.d)

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    def __mul__(self, other):
        if not isinstance(other, (int, Fraction)):
            return NotImplemented
        other = Fraction.of(other)
        return Fraction(self.n * other.n, self.d * other.d)

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = Fraction.of(other)
        return Fraction(self.n * other.d, self.d * other.n)

    def __eq__(self, other):
        other = Fraction.of(other)
        return (self.n, self.d) == (other.n, other.d)

    def __lt__(self, other):
        other = Fraction.of(other)
        return self.n * other.d < other.n * self.d

    def __hash__(self):
        return hash((self.n, self.d))

    def __bool__(self):
        return self.n != 0

    def __float__(self):
        return self.n / self.d

    def __repr__(self):
        return f"{self.n}/{self.d}" if self.d != 1 else str(self.n)


class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("rows of different lengths: " + ", ".join(str(len(r)) for r in self.rows))

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __getitem__(self, key):
        i, j = key
        if isinstance(i, slice):
            return [row[j] for row in self.rows[i]]
        return self.rows[i][j]

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value

    def __add__(self, other):
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __mul__(self, k):
        return Matrix([[a * k for a in row] for row in self.rows])

    __rmul__ = __mul__

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"shapes {self.shape} and {other.shape} do not fit")
        return Matrix([[sum(a * b for a, b in zip(row, col)) for col in zip(*other.rows)] for row in self.rows])

    def __pow__(self, n):
        return reduce(lambda a, b: a @ b, [self] * n, Matrix.identity(len(self.rows)))

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __iter__(self):
        for row in self.rows:
            yield from row

    def __repr__(self):
        width = max((len(str(x)) for x in self), default=0)
        return "\n".join("[" + " ".join(f"{x!s:>{width}}" for x in row) + "]" for row in self.rows)

    def determinant(self):
        rows = [[Fraction.of(x) for x in row] for row in self.rows]
        result = Fraction(1)
        for c in range(len(rows)):
            pivot = next((r for r in range(c, len(rows)) if rows[r][c]), None)
            if pivot is None:
                return Fraction(0)
            if pivot != c:
                rows[c], rows[pivot] = rows[pivot], rows[c]
                result = -result
            result *= rows[c][c]
            for r in range(c + 1, len(rows)):
                factor = rows[r][c] / rows[c][c]
                rows[r] = [x - factor * y for x, y in zip(rows[r], rows[c])]
        return result


m = Matrix([[1, 2], [3, 4]])
print(m, m.T, m @ m, m ** 10, 2 * m, m + m * 0.5, sep="\n\n")
print(m.determinant(), Matrix([[0, 2, 1], [1, 1, 0], [3, 0, 1]]).determinant(), Matrix([[1, 2], [2, 4]]).determinant())
print(m == Matrix([[1, 2], [3, 4]]), m != m.T, m.shape, m[0, 1], m[:, 1], list(m), max(m), sum(m))
m[1, 1] = Fraction(7, 2)
print(m, m @ Matrix.identity(2) == m, m.determinant(), sep="\n")
half, third = Fraction(1, 2), Fraction(1, 3)
print(half + third, half - third, half * third, half / third, 1 - third, 3 * half, sum([half, third, 1]), sorted([half, third, Fraction(-5, 10)]), float(third), {half: "h"}[Fraction(2, 4)], max(half, third), half == Fraction(3, 6))
for attempt in (lambda: m @ Matrix([[1, 2, 3]]), lambda: Matrix([[1], [2, 3]]), lambda: Fraction(1, 0), lambda: half + 0.5, lambda: "x" * half, lambda: m[0], lambda: m[5, 5], lambda: half.x):
    try:
        print(attempt())
    except Exception as e:
        print(type(e).__name__ + ":", e)

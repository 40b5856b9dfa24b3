class Matrix:
    def __init__(self, rows):
        self.rows = rows
    def __getitem__(self, key):
        if isinstance(key, tuple):
            i, j = key
            if isinstance(i, slice):
                return [row[j] for row in self.rows[i]]
            return self.rows[i][j]
        return self.rows[key]
    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value
    def __matmul__(self, other):
        return Matrix([[sum(a * b for a, b in zip(row, col)) for col in zip(*other.rows)] for row in self.rows])
    def __eq__(self, other):
        return self.rows == other.rows
    def __repr__(self):
        return f"Matrix({self.rows})"
m = Matrix([[1, 2], [3, 4]])
print(m[0, 1], m[1], m[:, 0], m[0:1, 1], m @ m)
m[0, 0] = 9
m[1, 1] *= 10
print(m, m == Matrix([[9, 2], [3, 40]]), m != Matrix([]))
m @= Matrix([[1, 0], [0, 1]])
print(m)
class Missing(dict):
    def __missing__(self, key):
        value = self[key] = f"<{key}>"
        return value
d = Missing(a=1)
print(d["a"], d["b"], d, d.get("c"), "c" in d, len(d))
class NoStore(dict):
    def __missing__(self, key):
        raise KeyError(f"really no {key}")
try:
    NoStore()["x"]
except KeyError as e:
    print(repr(e))

import numpy as np

np.set_printoptions(precision=17)
rng = np.random.default_rng(42)
print(rng.random(), rng.random(3), rng.random((2, 2)))
print(rng.standard_normal(), rng.standard_normal(4), rng.standard_normal((1, 2)))
print(rng.normal(), rng.normal(2, 3), rng.normal(size=(2, 2)), rng.normal(0, 1, ()))
print(rng.uniform(), rng.uniform(-1, 1, 3), rng.uniform(5), rng.random(()))
print(rng.integers(10), rng.integers(5, 8, 6), rng.integers(0, 10, (2, 3)), rng.integers(2, size=10))
print(rng.integers(0, 9, 5, endpoint=True), rng.integers(-3, 3, endpoint=True), rng.integers(0, endpoint=True))
print(rng.integers(0, 2**31, 2), rng.integers(0, 2**32, 2), rng.integers(0, 2**32 + 1, 2), rng.integers(-2**63, 2**63, 2))
print(rng.integers(0, 2, 40, dtype=bool), rng.integers(0, 5, dtype=int), rng.integers(0, 5, 0), rng.integers(0, 5, ()))
print(rng.integers(2.5), rng.integers(3, None), rng.random(dtype=float), rng.random(2, dtype="float64"))
print(type(rng.random()), type(rng.normal()), type(rng.integers(5)), type(rng.integers(5, dtype=int)), rng.random(dtype=None))
# The 32 bits that a small range leaves of a word wait for the next small range.
rng = np.random.default_rng(5)
print(rng.integers(10), rng.random(), rng.integers(10), rng.integers(10), rng.random())
print(str(rng), isinstance(rng, np.random.Generator), np.random.default_rng(rng) is rng)
for call in [
    lambda: rng.integers(0),
    lambda: rng.integers(5, 5),
    lambda: rng.integers(5, 4, endpoint=True),
    lambda: rng.integers(-1, endpoint=True),
    lambda: rng.integers(0, 10**20),
    lambda: rng.integers(),
    lambda: rng.integers(1, 2, 3, 4, 5, 6),
    lambda: rng.integers("a"),
    lambda: rng.integers(3, dtype=float),
    lambda: rng.random(dtype=int),
    lambda: rng.standard_normal(dtype=int),
    lambda: rng.uniform(2, 1),
    lambda: rng.uniform(0, float("inf")),
]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
a, b, c = rng.integers(9, dtype=np.int64), rng.integers(0, 2, dtype=np.bool_), rng.integers(5)
print(type(a), type(b), type(c), a, b, c, rng.integers(0, 10, 3, np.int64, True), rng.random(2, dtype=np.float64))
print(type(np.random.RandomState(1).randint(3, dtype=np.int64)), type(rng.choice([1, 2])), type(rng.choice([1.5])))

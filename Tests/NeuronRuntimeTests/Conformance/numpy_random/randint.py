import numpy as np

np.random.seed(2)
print(np.random.randint(10), np.random.randint(5, 8), np.random.randint(-3, 3))
print(np.random.randint(10, size=12), np.random.randint(0, 2, (2, 5)))
print(np.random.randint(low=3, high=9, size=4), np.random.randint(1, None), np.random.randint(7, None, 3))
print(np.random.randint(0, 1, 5), np.random.randint(2.9), np.random.randint(1.5, 5.5))
print(np.random.randint(0, 2**31, 3), np.random.randint(0, 2**32, 3), np.random.randint(0, 2**32 + 1, 3))
print(np.random.randint(0, 2**63 - 1, 2), np.random.randint(-2**63, 2**63, 2), np.random.randint(-2**63, 2**63 - 1))
print(np.random.randint(0, 5, ()), np.random.randint(0, 5, 0), np.random.randint(0, 0, 0))
print(np.random.randint(0, 2, dtype=bool), np.random.randint(0, 2, 40, dtype=bool))
print(np.random.randint(1, 2, 3, dtype=bool), np.random.randint(0, 9, dtype=int), np.random.randint(0, 9, 3, dtype="int64"))
print(type(np.random.randint(5)), type(np.random.randint(0, 2, dtype=bool)), type(np.random.randint(9, dtype=int)))
for call in [
    lambda: np.random.randint(0),
    lambda: np.random.randint(5, 5),
    lambda: np.random.randint(-5),
    lambda: np.random.randint(5, 3),
    lambda: np.random.randint(0, 10**20),
    lambda: np.random.randint(-10**20, 5),
    lambda: np.random.randint(0, 3, dtype=bool),
    lambda: np.random.randint(3, dtype=float),
    lambda: np.random.randint("a"),
    lambda: np.random.randint(),
    lambda: np.random.randint(1, 2, 3, 4, 5),
    lambda: np.random.randint(None),
    lambda: np.random.randint(high=3),
    lambda: np.random.randint(5, size=(2, -1)),
    lambda: np.random.randint(float("nan")),
    lambda: np.random.randint(float("inf")),
    lambda: np.random.randint(5, size=2.5),
]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)

import numpy as np

rng = np.random.default_rng(6)
print(rng.choice(5), rng.choice(5, 3), rng.choice(5, (2, 3)), rng.choice([1.5, 2.5, 3.5]), rng.choice((10, 20), 4))
print(rng.choice(3, p=[0.1, 0.2, 0.7]), rng.choice(3, 10, p=[0.1, 0.2, 0.7]), rng.choice([10, 20], 3, p=[0, 1]))
print(rng.choice(10, 10, replace=False), rng.choice(10, 4, False), rng.choice(6, (2, 3), False), rng.choice(9, replace=False))
print(rng.choice(10, 5, False, shuffle=False), rng.choice(5, 3, False, [0.1, 0.2, 0.3, 0.2, 0.2]))
print(rng.choice([[1, 2], [3, 4], [5, 6]]), rng.choice([[1, 2], [3, 4], [5, 6]], 4), rng.choice([[1, 2, 3], [4, 5, 6]], 2, axis=1))
print(rng.choice([[1, 2, 3], [4, 5, 6]], 2, False, axis=-1), rng.choice([[1], [2]], (2, 2)).shape, rng.choice([10, 20, 30], size=()))
# Few of many by Floyd's way, many of many by shuffling the end.
print(rng.choice(20_000, 6, False), rng.choice(20_000, 500, False)[-4:], rng.choice(20_000, 1500, False, shuffle=False)[:4])
print(rng.choice(5, 0), rng.choice(0, 0), rng.choice([], 0), rng.choice(0, 0, False), rng.choice(5, ()), rng.choice(True))
for call in [
    lambda: rng.choice(0),
    lambda: rng.choice(-1),
    lambda: rng.choice([]),
    lambda: rng.choice(5, 6, False),
    lambda: rng.choice(2, p=[0.5, 0.6]),
    lambda: rng.choice(2, p=[0.5, 0.5, 0]),
    lambda: rng.choice(2, p=[-0.5, 1.5]),
    lambda: rng.choice(2, p=[float("nan"), 1]),
    lambda: rng.choice(2, 2, False, p=[1, 0]),
    lambda: rng.choice(2, p=[[0.5, 0.5]]),
    lambda: rng.choice(5, -1),
    lambda: rng.choice(5, -1, False),
    lambda: rng.choice(2.5),
    lambda: rng.choice("abc"),
    lambda: rng.choice(None),
    lambda: rng.choice({1}),
    lambda: rng.choice([[1, 2], [3, 4]], axis=2),
    lambda: rng.choice(),
]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)

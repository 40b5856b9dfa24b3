import numpy as np

np.random.seed(6)
print(np.random.choice(5), np.random.choice(5, 3), np.random.choice(5, (2, 3)))
print(np.random.choice([1.5, 2.5, 3.5]), np.random.choice((10, 20), 4), np.random.choice(range(3, 9), 5))
print(np.random.choice(np.arange(4) * 10, size=6), np.random.choice([True, False], 5))
print(np.random.choice(3, p=[0.1, 0.2, 0.7]), np.random.choice(3, 10, p=[0.1, 0.2, 0.7]))
print(np.random.choice([10, 20, 30], (2, 4), p=np.array([0.5, 0.25, 0.25])), np.random.choice(2, 3, True, [0, 1]))
print(np.random.choice(5, 0), np.random.choice(0, 0), np.random.choice([], 0), np.random.choice(5, ()))
print(np.random.choice([10, 20, 30], size=()), np.random.choice(True), np.random.choice(np.array(3)))
print(np.random.choice(10, 10, replace=False), np.random.choice(10, 4, False), np.random.choice(6, (2, 3), False))
print(np.random.choice([3, 1, 4, 1, 5], 3, replace=False), np.random.choice(5, replace=False))
print(np.random.choice(5, 3, False, [0.1, 0.2, 0.3, 0.2, 0.2]), np.random.choice(4, 4, False, p=[0.97, 0.01, 0.01, 0.01]))
print(type(np.random.choice(5)), type(np.random.choice([1.5])), type(np.random.choice(5, 2)))
for call in [
    lambda: np.random.choice(0),
    lambda: np.random.choice(-1),
    lambda: np.random.choice([]),
    lambda: np.random.choice([[1, 2], [3, 4]]),
    lambda: np.random.choice(5, 6, False),
    lambda: np.random.choice(2, p=[0.5, 0.6]),
    lambda: np.random.choice(2, p=[0.5, 0.5, 0]),
    lambda: np.random.choice(2, p=[-0.5, 1.5]),
    lambda: np.random.choice(2, p=[float("nan"), 1]),
    lambda: np.random.choice(2, 2, False, p=[1, 0]),
    lambda: np.random.choice(2, p=[[0.5, 0.5]]),
    lambda: np.random.choice(5, -1),
    lambda: np.random.choice(5, -1, False),
    lambda: np.random.choice(2.5),
    lambda: np.random.choice("abc"),
    lambda: np.random.choice({1, 2}),
    lambda: np.random.choice(None),
    lambda: np.random.choice(5, p=0.5),
    lambda: np.random.choice([1, 2], 2.5),
    lambda: np.random.choice(),
    lambda: np.random.choice([1, [2]]),
]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)

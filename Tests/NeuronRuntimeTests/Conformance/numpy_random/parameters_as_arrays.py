import numpy as np

np.set_printoptions(precision=17)
np.random.seed(4)
print(np.random.normal([1, 2, 3]))
print(np.random.normal([[1.0], [100.0]], [0.1, 1, 10]))
print(np.random.normal(0, [1, 2], (3, 2)))
print(np.random.uniform([0, 10], [1, 20]))
print(np.random.uniform(np.array([[0], [5]]), 10, (2, 2)))
print(np.random.exponential([1, 10, 100]))
print(np.random.poisson([1, 10, 100]), np.random.poisson(5, (2, 2)))
print(np.random.binomial(10, [0.1, 0.5, 0.9]), np.random.binomial([5, 50], [[0.5], [0.1]]))
print(np.random.randint([0, 10, 20], [5, 15, 25]), np.random.randint([[1], [3]], 4, (2, 3)))
print(np.random.normal(np.array(1.0)), np.random.normal(np.array([1.0])))
print(np.random.beta([0.5, 2], [1, 3]), np.random.gamma([1, 2, 0.5]), np.random.triangular([0, 1], 2, 3))
rng = np.random.default_rng(4)
print(rng.normal([1, 2, 3]), rng.uniform([0, 10], [1, 20], (2, 2)))
print(rng.integers([0, 10], [5, 15]), rng.integers(0, [5, 6], endpoint=True))
print(rng.poisson([1, 10, 100]), rng.binomial([10, 1000], 0.5), rng.geometric([0.5, 0.01]))
for call in [
    lambda: np.random.normal([1, 2, 3], [1, 2]),
    lambda: np.random.normal([1, 2, 3], 1, (2, 2)),
    lambda: np.random.normal([1, 2, 3], 1, 1),
    lambda: np.random.normal([[1], [2]], [1, 2, 3], (3, 3)),
    lambda: np.random.normal(0, [1, -1]),
    lambda: np.random.uniform([0, 1], float("inf")),
    lambda: np.random.poisson([1, -1]),
    lambda: np.random.poisson([1, 1e30]),
    lambda: np.random.binomial(10, [0.5, 2]),
    lambda: np.random.binomial([10, -1], 0.5),
    lambda: np.random.randint([1, 2], [1, 5]),
    lambda: np.random.randint(0, [5, 0]),
    lambda: np.random.triangular([0, 5], 2, 6),
    lambda: rng.uniform([0, 2], [1, 1]),
    lambda: rng.uniform([0, 2], [1, float("inf")]),
    lambda: rng.geometric([0.5, 0]),
    lambda: rng.integers([3, 4], [3, 4]),
]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)

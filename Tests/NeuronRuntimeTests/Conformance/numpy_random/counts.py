import numpy as np

for owner in [np.random.RandomState(12), np.random.default_rng(12)]:
    print(owner.poisson(), owner.poisson(3, 5), owner.poisson(0, 2), owner.poisson(50, 5), owner.poisson(1e6))
    print(owner.binomial(10, 0.5), owner.binomial(10, 0.5, 5), owner.binomial(0, 0.5), owner.binomial(5, 0), owner.binomial(5, 1))
    print(owner.binomial(100, 0.5, 5), owner.binomial(1000, 0.97, 3), owner.binomial(10**12, 0.3), owner.binomial(n=3, p=0.2, size=2))
    print(owner.geometric(0.5), owner.geometric(0.1, 5), owner.geometric(1), owner.geometric(1e-6, 2))
    print(owner.multinomial(10, [0.2, 0.3, 0.5]), owner.multinomial(100, [0.1] * 10, 2), owner.multinomial(0, [1]))
    print(owner.multinomial(5, [0.2, 0.2]), owner.multinomial(6, [1, 0, 0], (2, 1)).shape)
    print(owner.dirichlet([1, 2, 3]), owner.dirichlet([0.5, 0.5], 2), owner.dirichlet([0.01, 0.02]))
    print(type(owner.poisson()), type(owner.binomial(5, 0.5)), type(owner.geometric(0.5)))
rng = np.random.default_rng(1)
print(rng.multinomial([3, 10], [0.5, 0.5]), rng.multinomial(4, [[0.5, 0.5], [0.1, 0.9]]))
print(rng.multinomial([[3], [10]], [[0.5, 0.5], [0.1, 0.9]]).shape, rng.dirichlet([0, 0]), rng.dirichlet([1, 0, 2], 2))
R = np.random.RandomState(1)
for call in [
    lambda: R.binomial(np.array([10.0]), 0.5),
    lambda: R.binomial(np.array(10.0), 0.5),
    lambda: R.binomial([10.0], 0.5),
    lambda: rng.binomial(10.7, 0.5),
    lambda: rng.multinomial(np.array([10.0]), [0.5, 0.5]),
    lambda: rng.multinomial([10.0], [0.5, 0.5]),
    lambda: R.multinomial(10.7, [0.5, 0.5]),
    lambda: R.multinomial(np.array([10]), [0.5, 0.5]),
    lambda: R.multinomial([10], [0.5, 0.5]),
    lambda: R.multinomial("a", [0.5, 0.5]),
    lambda: R.multinomial(True, [0.5, 0.5]),
]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)

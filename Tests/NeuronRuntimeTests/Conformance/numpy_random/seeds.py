import numpy as np

for seed in [0, 1, 42, 2**32 - 1, True]:
    np.random.seed(seed)
    print(seed, np.random.rand(), np.random.randn(), np.random.randint(100))

# A sequence seeds by all of its words, which is another stream than that of its only number.
for seed in [[1], [1, 2, 3], (7, 8), range(4), np.array([5, 6, 7])]:
    np.random.seed(seed)
    print(np.random.rand(), np.random.rand(3))
np.random.seed(np.array([5]))
print(np.random.rand())
np.random.seed(5)
print(np.random.rand())
np.random.seed(seed=3)
first = np.random.rand(4)
np.random.seed(3)
print(first, np.random.rand(4))

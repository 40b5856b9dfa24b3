import numpy as np

np.set_printoptions(precision=17)
np.random.seed(1)
print(np.random.rand(), np.random.rand(3))
print(np.random.rand(2, 3))
print(np.random.random(), np.random.random(2), np.random.random((2, 2)))
print(np.random.random_sample(3), np.random.ranf(), np.random.sample((1, 2)))
print(np.random.randn(), np.random.randn(5), np.random.randn(2, 2, 2))
print(np.random.standard_normal(), np.random.standard_normal((3,)))
print(np.random.normal(), np.random.normal(2), np.random.normal(1, 3), np.random.normal(scale=2, size=3))
print(np.random.uniform(), np.random.uniform(5), np.random.uniform(-1, 1, 3), np.random.uniform(2, 1))
print(np.random.normal(size=0), np.random.rand(0), np.random.rand(2, 0).shape, np.random.rand(3, 1).shape)
print(type(np.random.rand()), type(np.random.randn()), type(np.random.normal(1, 2)))
# A size of () is an array without axes.
print(np.random.random(()), np.random.normal(0, 1, ()), np.random.random(()).shape)

# Polar normals come in pairs: the second is kept for the next call, and a seed forgets it.
np.random.seed(1)
print(np.random.randn(5))
np.random.seed(1)
print(np.random.randn(), np.random.randn(2), np.random.normal(), np.random.standard_normal())
np.random.seed(1)
np.random.randn()
np.random.seed(1)
print(np.random.rand(), np.random.randn())
np.random.seed(1)
np.random.randn()
print(np.random.rand(), np.random.randn(), np.random.randn())

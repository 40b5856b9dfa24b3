import numpy as np
from sklearn import datasets

np.set_printoptions(precision=17)
X, y = datasets.make_circles(n_samples=11, noise=0.05, factor=0.4, random_state=42)
print(X)
print(y)
print(datasets.make_circles(6, shuffle=False))
print(datasets.make_circles((2, 4), shuffle=False, factor=0.5, noise=0.1, random_state=3))
print(datasets.make_circles(0, shuffle=False), datasets.make_circles(1, random_state=1), datasets.make_circles((0, 3), random_state=1))
print(datasets.make_circles(5, factor=0, random_state=1)[0].tolist())
X, y = datasets.make_circles(501, noise=0.2, factor=0.3, random_state=7)
print(X.sum(), y.sum(), X[0], X[500])

import numpy as np
import sklearn.datasets

np.set_printoptions(precision=17)
X, y = sklearn.datasets.make_blobs(n_samples=10, centers=3, n_features=2, random_state=0)
print(X)
print(y)
make_blobs = sklearn.datasets.make_blobs
print(make_blobs(5, 3, random_state=1))
print(make_blobs(5, centers=[[0, 0], [5, 5]], cluster_std=0.1, random_state=1, return_centers=True))
print(make_blobs([3, 4], centers=np.array([[0.5, 0.0], [5, 5]]), cluster_std=[1, 2], random_state=1, shuffle=False))
print(make_blobs((2, 0, 1), random_state=3, center_box=(0, 1), return_centers=True))
print(make_blobs(4, centers=2, center_box=(1, 0), cluster_std=0, random_state=1, shuffle=False))
print(make_blobs(2, centers=5, random_state=1), make_blobs(np.array([1, 2]), random_state=1)[1])
X, y = make_blobs(300, centers=4, cluster_std=0.6, random_state=0)
print(X.sum(), y.sum(), X[0], X[299])
X, y, centers = make_blobs(100, 5, centers=np.array([[1, 2, 3], [4, 5, 6]]), random_state=2, return_centers=True)
print(X.shape, centers, X[50], y[:20])

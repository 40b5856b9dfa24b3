import numpy as np
from sklearn.datasets import make_moons, make_circles, make_blobs

np.random.seed(1)
for call in [
    lambda: make_moons(0),
    lambda: make_moons(2.5),
    lambda: make_moons("a"),
    lambda: make_moons(None),
    lambda: make_moons(5, True),
    lambda: make_moons([3, 4], random_state=1),
    lambda: make_moons((3, 4, 5), random_state=1),
    lambda: make_moons((-1, 2), random_state=1),
    lambda: make_moons((2.5, 2), random_state=1),
    lambda: make_moons(5, shuffle=1, random_state=1),
    lambda: make_moons(5, noise=-1, random_state=1),
    lambda: make_moons(5, noise="a", random_state=1),
    lambda: make_moons(5, random_state=-1),
    lambda: make_moons(5, random_state=1.5),
    lambda: make_moons(5, random_state=2**32),
    lambda: make_moons(5, foo=1),
    lambda: make_moons(5, n_samples=1),
    lambda: make_circles(-1),
    lambda: make_circles(5, factor=1.0, random_state=1),
    lambda: make_circles(5, factor=-0.1, random_state=1),
    lambda: make_circles((3, 4, 5), random_state=1),
    lambda: make_blobs(0),
    lambda: make_blobs(5, 0),
    lambda: make_blobs(5, 2, 3),
    lambda: make_blobs(5, centers=0),
    lambda: make_blobs(5, centers=2.5),
    lambda: make_blobs([3, 4], centers=2, random_state=1),
    lambda: make_blobs([3, 4], centers=[[0, 0]], random_state=1),
    lambda: make_blobs(5, centers=2, cluster_std=[1, 2, 3], random_state=1),
    lambda: make_blobs(5, centers=2, cluster_std=-1, random_state=1),
    lambda: make_blobs(5, centers=2, cluster_std=[-1, 2], random_state=1),
    lambda: make_blobs(5, centers=2, cluster_std="a", random_state=1),
    lambda: make_blobs(5, centers=2, center_box=[0, 1], random_state=1),
    lambda: make_blobs(5, centers=2, center_box=(0,), random_state=1),
    lambda: make_blobs(4, centers=[1, 2], random_state=1),
    lambda: make_blobs(4, centers=[[[1, 2]]], random_state=1),
    lambda: make_blobs(4, centers=[[1, 2], [3]], random_state=1),
    lambda: make_blobs([2.5, 3], random_state=1),
    lambda: make_blobs([], random_state=1),
    lambda: make_blobs([-1, 3], random_state=1),
    lambda: make_blobs(5, centers=[[float("nan"), 1], [1, 2]], random_state=1),
    lambda: make_blobs(5, return_centers=1, random_state=1),
]:
    try:
        print(call())
    except Exception as e:
        # scikit-learn's own class of ValueError has a name of its own.
        print(isinstance(e, ValueError), e)

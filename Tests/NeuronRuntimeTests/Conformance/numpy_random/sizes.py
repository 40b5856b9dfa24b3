import numpy as np

rng = np.random.default_rng(1)
np.random.seed(1)
for call in [
    lambda: np.random.rand(-1),
    lambda: np.random.rand(2.5),
    lambda: np.random.rand((2, 3)),
    lambda: np.random.rand([2]),
    lambda: np.random.rand("a"),
    lambda: np.random.rand(None),
    lambda: np.random.rand(foo=3),
    lambda: np.random.random((2, 2.5)),
    lambda: np.random.random(2.5),
    lambda: np.random.random(3, 4),
    lambda: np.random.random(foo=3),
    lambda: np.random.random(True),
    lambda: np.random.random({2}),
    lambda: np.random.randn(True),
    lambda: np.random.random((2, True)),
    lambda: np.random.randn(2, -1),
    lambda: np.random.normal(0, 1, "ab"),
    lambda: np.random.normal(0, 1, (1,) * 65),
    lambda: np.random.normal(0, 1, -2),
    lambda: np.random.standard_normal((3, -2)),
    lambda: rng.random(-1),
    lambda: rng.random(2.5),
    lambda: rng.random(1, 2, 3, 4),
    lambda: rng.normal(0, 1, (2, "a")),
    lambda: rng.integers(5, size=-1),
    lambda: np.random.random(range(2)),
    lambda: np.random.random([2, 2]),
    lambda: np.random.random((1,) * 3),
]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)

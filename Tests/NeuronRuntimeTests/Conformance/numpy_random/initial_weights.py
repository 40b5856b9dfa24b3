import numpy as np

np.random.seed(1)
W1 = np.random.randn(4, 3) * 0.01
b1 = np.zeros((4, 1))
W2 = np.random.randn(1, 4) * np.sqrt(2 / 4)
print(W1)
print(W2)
rng = np.random.default_rng(0)
limit = np.sqrt(6 / (3 + 4))
print(rng.uniform(-limit, limit, size=(3, 4)))
print((np.random.rand(2, 5) < 0.8) / 0.8)
X = np.arange(12).reshape(6, 2)
places = np.random.permutation(len(X))
for start in range(0, 6, 2):
    print(X[places[start:start + 2]].tolist())
np.random.shuffle(X)
print(X)

# The loss of the network alone: what its gradient is compared with.
import numpy as np

np.random.seed(0)
X = np.random.randn(1000, 2)
y = (X[:, :1] * X[:, 1:] > 0) * 2.0 - 1.0
W1, b1 = np.random.randn(2, 64) * 0.5, np.zeros((1, 64))
W2, b2 = np.random.randn(64, 64) * 0.15, np.zeros((1, 64))
W3, b3 = np.random.randn(64, 1) * 0.15, np.zeros((1, 1))


def loss(W1, b1, W2, b2, W3, b3):
    h1 = np.tanh(X @ W1 + b1)
    h2 = np.tanh(h1 @ W2 + b2)
    return np.mean((h2 @ W3 + b3 - y) ** 2)


total = 0.0
for step in range(STEPS):
    total += loss(W1, b1, W2, b2, W3, b3)
print(float(total))

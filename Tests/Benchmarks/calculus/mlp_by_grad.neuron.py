# The network 2-64-64-1, its derivatives by `value_and_grad`.
import numpy as np

np.random.seed(0)
X = np.random.randn(1000, 2)
y = (X[:, :1] * X[:, 1:] > 0) * 2.0 - 1.0
params = [
    np.random.randn(2, 64) * 0.5, np.zeros((1, 64)),
    np.random.randn(64, 64) * 0.15, np.zeros((1, 64)),
    np.random.randn(64, 1) * 0.15, np.zeros((1, 1)),
]


def loss(params):
    W1, b1, W2, b2, W3, b3 = params
    h1 = np.tanh(X @ W1 + b1)
    h2 = np.tanh(h1 @ W2 + b2)
    return np.mean((h2 @ W3 + b3 - y) ** 2)


step_of = value_and_grad(loss)
for step in range(STEPS):
    value, gradient = step_of(params)
    params = [p - 0.05 * g for p, g in zip(params, gradient)]
print(float(value))

# A network 2-64-64-1 with tanh on a full batch of 1,000, its derivatives by hand.
import numpy as np

np.random.seed(0)
X = np.random.randn(1000, 2)
y = (X[:, :1] * X[:, 1:] > 0) * 2.0 - 1.0
W1, b1 = np.random.randn(2, 64) * 0.5, np.zeros((1, 64))
W2, b2 = np.random.randn(64, 64) * 0.15, np.zeros((1, 64))
W3, b3 = np.random.randn(64, 1) * 0.15, np.zeros((1, 1))
rate = 0.05
for step in range(STEPS):
    h1 = np.tanh(X @ W1 + b1)
    h2 = np.tanh(h1 @ W2 + b2)
    out = h2 @ W3 + b3
    loss = np.mean((out - y) ** 2)
    dout = 2 * (out - y) / len(X)
    dW3, db3 = h2.T @ dout, dout.sum(axis=0, keepdims=True)
    dz2 = dout @ W3.T * (1 - h2**2)
    dW2, db2 = h1.T @ dz2, dz2.sum(axis=0, keepdims=True)
    dz1 = dz2 @ W2.T * (1 - h1**2)
    dW1, db1 = X.T @ dz1, dz1.sum(axis=0, keepdims=True)
    W1 -= rate * dW1
    b1 -= rate * db1
    W2 -= rate * dW2
    b2 -= rate * db2
    W3 -= rate * dW3
    b3 -= rate * db3
print(float(loss))

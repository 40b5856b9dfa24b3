# A classifier 784-128-10 with softmax, batches of 64, its derivatives by hand.
import numpy as np

np.random.seed(0)
images = np.random.rand(640, 784)
labels = np.random.randint(0, 10, 640)
W1, b1 = np.random.randn(784, 128) * 0.05, np.zeros(128)
W2, b2 = np.random.randn(128, 10) * 0.1, np.zeros(10)
rate = 0.1
for step in range(STEPS):
    start = step % 10 * 64
    x, t = images[start:start + 64], labels[start:start + 64]
    z1 = x @ W1 + b1
    h = np.maximum(z1, 0)
    z2 = h @ W2 + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    loss = -np.log(p[np.arange(64), t]).mean()
    d2 = p.copy()
    d2[np.arange(64), t] -= 1
    d2 /= 64
    dW2, db2 = h.T @ d2, d2.sum(axis=0)
    d1 = d2 @ W2.T
    d1[z1 <= 0] = 0
    dW1, db1 = x.T @ d1, d1.sum(axis=0)
    W1 -= rate * dW1
    b1 -= rate * db1
    W2 -= rate * dW2
    b2 -= rate * db2
print(float(loss))

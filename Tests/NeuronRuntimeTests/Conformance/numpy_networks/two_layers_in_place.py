import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


np.random.seed(1)
X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([[0], [1], [1], [0]])
W1 = np.random.randn(2, 3)
b1 = np.zeros((1, 3))
W2 = np.random.randn(3, 1)
b2 = np.zeros((1, 1))
m = X.shape[0]
for epoch in range(301):
    A1 = np.tanh(X @ W1 + b1)
    A2 = sigmoid(A1 @ W2 + b2)
    loss = -np.mean(y * np.log(A2) + (1 - y) * np.log(1 - A2))
    dZ2 = A2 - y
    dW2 = A1.T @ dZ2 / m
    db2 = np.sum(dZ2, axis=0, keepdims=True) / m
    dZ1 = dZ2 @ W2.T * (1 - A1**2)
    dW1 = X.T.dot(dZ1) / m
    db1 = dZ1.mean(axis=0)
    W1 -= 0.7 * dW1
    b1 -= 0.7 * db1
    W2 -= 0.7 * dW2
    b2 -= 0.7 * db2
    if epoch % 100 == 0:
        print(f'epoch {epoch}: loss {loss:.6f}, accuracy {((A2 > 0.5) == y).mean():.2f}')
print((A2 > 0.5).astype(int).ravel())
print(np.round(A2, 3).T)

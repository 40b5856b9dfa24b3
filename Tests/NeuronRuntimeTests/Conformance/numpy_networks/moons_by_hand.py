# A network with one hidden layer on two moons, its derivatives by hand.
import numpy as np

np.random.seed(7)
n = 100
angle = np.linspace(0, np.pi, n)
X = np.vstack([
    np.c_[np.cos(angle), np.sin(angle)],
    np.c_[1 - np.cos(angle), 0.5 - np.sin(angle)],
])
X += np.random.normal(0, 0.2, X.shape)
y = np.array([0] * n + [1] * n)
W1 = np.random.randn(2, 8) / np.sqrt(2)
b1 = np.zeros((1, 8))
W2 = np.random.randn(8, 2) / np.sqrt(8)
b2 = np.zeros((1, 2))


def forward(W1, b1, W2, b2):
    a1 = np.tanh(X.dot(W1) + b1)
    z2 = a1.dot(W2) + b2
    scores = np.exp(z2 - np.max(z2, axis=1, keepdims=True))
    return a1, scores / np.sum(scores, axis=1, keepdims=True)


def loss(W1, b1, W2, b2, reg=0.01):
    a1, p = forward(W1, b1, W2, b2)
    data = -np.log(p[range(len(X)), y]).sum()
    return (data + reg / 2 * (np.sum(np.square(W1)) + np.sum(np.square(W2)))) / len(X)


rate, reg = 0.5, 0.01
for step in range(301):
    a1, p = forward(W1, b1, W2, b2)
    if step % 50 == 0:
        print(f"step {step:4d}  loss {loss(W1, b1, W2, b2):.10f}")
    delta = p.copy()
    delta[range(len(X)), y] -= 1
    dW2 = (a1.T.dot(delta) + reg * W2) / len(X)
    db2 = np.sum(delta, axis=0, keepdims=True) / len(X)
    delta2 = delta.dot(W2.T) * (1 - np.power(a1, 2))
    dW1 = (np.dot(X.T, delta2) + reg * W1) / len(X)
    db1 = np.sum(delta2, axis=0, keepdims=True) / len(X)
    W1 += -rate * dW1
    b1 += -rate * db1
    W2 += -rate * dW2
    b2 += -rate * db2
predicted = np.argmax(forward(W1, b1, W2, b2)[1], axis=1)
print("accuracy", (predicted == y).mean())
np.set_printoptions(precision=4, suppress=True)
print(W1)
print(b2)

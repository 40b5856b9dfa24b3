import numpy as np


class Layer:
    def __init__(self, inputs, outputs, rng):
        self.W = rng.normal(0, np.sqrt(2 / inputs), (inputs, outputs))
        self.b = np.zeros(outputs)
        self.vW = np.zeros_like(self.W)
        self.vb = np.zeros_like(self.b)

    def forward(self, x):
        self.x = x
        self.z = x @ self.W + self.b
        return self.z

    def backward(self, grad):
        self.dW = self.x.T @ grad
        self.db = grad.sum(axis=0)
        return grad @ self.W.T

    def step(self, rate, momentum=0.9):
        for name in ['W', 'b']:
            v = getattr(self, 'v' + name)
            v *= momentum
            v -= rate * getattr(self, 'd' + name)
            parameter = getattr(self, name)
            parameter += v


rng = np.random.default_rng(7)
X = rng.uniform(-1, 1, (128, 2))
Y = (X[:, 0] * X[:, 1] > 0).astype(float)[:, None]
hidden, output = Layer(2, 8, rng), Layer(8, 1, rng)
for epoch in range(20):
    order = rng.permutation(len(X))
    for start in range(0, len(X), 32):
        batch = order[start:start + 32]
        h = np.maximum(hidden.forward(X[batch]), 0)
        p = 1 / (1 + np.exp(-output.forward(h)))
        grad = (p - Y[batch]) / len(batch)
        back = output.backward(grad)
        back[hidden.z <= 0] = 0
        hidden.backward(back)
        for layer in (hidden, output):
            layer.step(0.5)
    if epoch % 5 == 0:
        h = np.where(hidden.forward(X) > 0, hidden.z, 0)
        p = 1 / (1 + np.exp(-output.forward(h)))
        loss = -(Y * np.log(p + 1e-12) + (1 - Y) * np.log(1 - p + 1e-12)).mean()
        print(epoch, f'{loss:.5f}', f'{np.mean((p > 0.5) == Y):.3f}')

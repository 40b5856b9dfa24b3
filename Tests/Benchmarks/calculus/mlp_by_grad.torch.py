# The same with PyTorch on the processor.
import numpy as np
import torch

np.random.seed(0)
X = np.random.randn(1000, 2)
y = (X[:, :1] * X[:, 1:] > 0) * 2.0 - 1.0
params = [
    np.random.randn(2, 64) * 0.5, np.zeros((1, 64)),
    np.random.randn(64, 64) * 0.15, np.zeros((1, 64)),
    np.random.randn(64, 1) * 0.15, np.zeros((1, 1)),
]
X, y = torch.from_numpy(X), torch.from_numpy(y)
params = [torch.from_numpy(p).requires_grad_() for p in params]
for step in range(STEPS):
    W1, b1, W2, b2, W3, b3 = params
    h1 = torch.tanh(X @ W1 + b1)
    h2 = torch.tanh(h1 @ W2 + b2)
    value = torch.mean((h2 @ W3 + b3 - y) ** 2)
    gradient = torch.autograd.grad(value, params)
    with torch.no_grad():
        for p, g in zip(params, gradient):
            p -= 0.05 * g
print(value.item())

# The same with autograd.
import autograd.numpy as np
from autograd import grad


def loss(w, b, x, y):
    return (y - 1 / (1 + np.exp(-(w * x + b)))) ** 2


gradient = grad(loss, argnum=(0, 1))
w, b = 0.3, 0.3
for step in range(STEPS):
    x = step % 7 * 0.5 - 1.5
    dw, db = gradient(w, b, x, 1.0 if x > 0 else 0.0)
    w -= 0.1 * dw
    b -= 0.1 * db
print(float(w), float(b))

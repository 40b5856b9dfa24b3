# The same with micrograd's scalars; it has no exponential, which is added in its own manner.
import math

from micrograd.engine import Value


def exp(x):
    result = Value(math.exp(x.data), (x,), "exp")

    def backward():
        x.grad += result.data * result.grad

    result._backward = backward
    return result


w, b = Value(0.3), Value(0.3)
for step in range(STEPS):
    x = step % 7 * 0.5 - 1.5
    y = 1.0 if x > 0 else 0.0
    loss = (y - 1 / (1 + exp(-(w * x + b)))) ** 2
    w.grad = b.grad = 0
    loss.backward()
    w.data -= 0.1 * w.grad
    b.data -= 0.1 * b.grad
print(w.data, b.data)

# One neuron, trained by hand-written derivatives, as the lessons do it.
import math


def z(x, w, b):
    return w * x + b


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def loss(y, a):
    return (y - a) ** 2


def dloss_da(y, a):
    return -2 * (y - a)


def dsigmoid_dz(z):
    return sigmoid(z) * (1 - sigmoid(z))


xs = [-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 2.5]
ys = [0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0]


def train(epochs, rate):
    w = 0.1
    b = -0.2
    for epoch in range(epochs):
        total = 0.0
        for i in range(len(xs)):
            x = xs[i]
            y = ys[i]
            s = z(x, w, b)
            a = sigmoid(s)
            total += loss(y, a)
            delta = dloss_da(y, a) * dsigmoid_dz(s)
            w -= rate * delta * x
            b -= rate * delta
        if epoch % 10000 == 0:
            print(epoch, total / len(xs))
    return w, b


w, b = train(100000, 0.1)
print(w, b)
for x, y in zip(xs, ys):
    print(f"{x:6.2f} {y} {sigmoid(z(x, w, b)):.6f}")

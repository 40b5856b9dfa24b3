# Operator overloading: a scalar autograd engine, and a small network that it trains.
import math


class Value:
    def __init__(self, data, children=(), op=""):
        self.data = data
        self.grad = 0.0
        self.children = set(children)
        self.op = op
        self.backward_step = lambda: None

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other), "+")

        def backward_step():
            self.grad += out.grad
            other.grad += out.grad

        out.backward_step = backward_step
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other), "*")

        def backward_step():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.backward_step = backward_step
        return out

    def __pow__(self, exponent):
        out = Value(self.data**exponent, (self,), "**")

        def backward_step():
            self.grad += exponent * self.data ** (exponent - 1) * out.grad

        out.backward_step = backward_step
        return out

    def tanh(self):
        t = math.tanh(self.data)
        out = Value(t, (self,), "tanh")

        def backward_step():
            self.grad += (1 - t * t) * out.grad

        out.backward_step = backward_step
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def backward(self):
        order = []
        visited = set()

        def visit(node):
            if node not in visited:
                visited.add(node)
                for child in node.children:
                    visit(child)
                order.append(node)

        visit(self)
        self.grad = 1.0
        for node in reversed(order):
            node.backward_step()


seed = 42


def uniform():
    global seed
    seed = (seed * 16807) % 2147483647
    return seed / 2147483647 * 2 - 1


class Neuron:
    def __init__(self, inputs):
        self.w = [Value(uniform()) for _ in range(inputs)]
        self.b = Value(0.0)

    def __call__(self, x):
        total = self.b
        for wi, xi in zip(self.w, x):
            total = total + wi * xi
        return total.tanh()

    def parameters(self):
        return self.w + [self.b]


class Layer:
    def __init__(self, inputs, outputs):
        self.neurons = [Neuron(inputs) for _ in range(outputs)]

    def __call__(self, x):
        return [neuron(x) for neuron in self.neurons]

    def parameters(self):
        return [p for neuron in self.neurons for p in neuron.parameters()]


class Network:
    def __init__(self, sizes):
        self.layers = [Layer(sizes[i], sizes[i + 1]) for i in range(len(sizes) - 1)]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x[0]

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]


network = Network([2, 6, 6, 1])
inputs = [[x / 2.0, y / 2.0] for x in range(-2, 3) for y in range(-2, 3)]
targets = [1.0 if x * y > 0 else -1.0 for x, y in inputs]

for epoch in range(40):
    loss = Value(0.0)
    for x, target in zip(inputs, targets):
        loss = loss + (network(x) - target) ** 2
    for p in network.parameters():
        p.grad = 0.0
    loss.backward()
    for p in network.parameters():
        p.data -= 0.01 * p.grad
    if epoch % 10 == 9:
        print(epoch, f"{loss.data:.8f}")

# Two classifiers with one interface, trained on the same seeded points.
import math
import random


class Classifier:
    """What both share; a subclass says how one example changes the weights."""

    def __init__(self, features, rate=0.1):
        self.w = [0.0] * features
        self.b = 0.0
        self.rate = rate
        self.history = []

    def activation(self, x):
        return sum(w * v for w, v in zip(self.w, x)) + self.b

    def predict(self, x):
        return int(self.activation(x) >= 0)

    def update(self, x, y):
        raise NotImplementedError(f"{type(self).__name__}.update")

    def fit(self, data, epochs=10, *, seed=0, verbose=False):
        generator = random.Random(seed)
        data = list(data)
        for epoch in range(1, epochs + 1):
            generator.shuffle(data)
            cost = 0.0
            for x, y in data:
                cost += self.update(x, y)
            self.history.append(cost / len(data))
            if verbose:
                print(f"{type(self).__name__} epoch {epoch:>2}: {self.history[-1]}")
            if cost == 0:
                break
        return self

    def accuracy(self, data):
        return sum(self.predict(x) == y for x, y in data) / len(data)


class Perceptron(Classifier):
    def update(self, x, y):
        error = y - self.predict(x)
        if error:
            self.w = [w + self.rate * error * v for w, v in zip(self.w, x)]
            self.b += self.rate * error
        return abs(error)


class Logistic(Classifier):
    def probability(self, x):
        z = self.activation(x)
        return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))

    def update(self, x, y):
        p = self.probability(x)
        for i, v in enumerate(x):
            self.w[i] -= self.rate * (p - y) * v
        self.b -= self.rate * (p - y)
        return -math.log(p if y else 1 - p)


random.seed(12)
data = []
for _ in range(60):
    x = [random.uniform(-1, 1), random.uniform(-1, 1)]
    data.append((x, int(x[0] + 0.5 * x[1] > 0.1)))
print(sum(y for _, y in data), data[0])
for model in (Perceptron(2), Logistic(2, rate=0.5)):
    model.fit(data, epochs=12, seed=3, verbose=True)
    print(model.w, model.b, model.accuracy(data))
gates = {"and": [0, 0, 0, 1], "or": [0, 1, 1, 1], "nand": [1, 1, 1, 0], "xor": [0, 1, 1, 0]}
inputs = [(a, b) for a in (0, 1) for b in (0, 1)]
for name, outputs in gates.items():
    p = Perceptron(2, rate=1).fit(zip(inputs, outputs), epochs=20, seed=0)
    print(f"{name:>4}", p.w, p.b, [p.predict(x) for x in inputs], len(p.history), "learned" if p.accuracy(list(zip(inputs, outputs))) == 1 else "not separable")
try:
    Classifier(2).fit(data)
except NotImplementedError as e:
    print("abstract:", e)

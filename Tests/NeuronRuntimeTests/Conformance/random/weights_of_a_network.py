import random

random.seed(1337)
layers = [2, 4, 1]
weights = [
    [[random.uniform(-1, 1) for _ in range(m)] for _ in range(n)] for m, n in zip(layers, layers[1:])
]
for layer in weights:
    print(layer)
data = [(random.gauss(0, 1), random.gauss(0, 1)) for _ in range(5)]
random.shuffle(data)
print(data)

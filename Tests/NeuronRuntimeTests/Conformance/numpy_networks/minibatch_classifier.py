# Softmax regression on small drawn digits, with shuffled batches from the newer generator.
import numpy as np

rng = np.random.default_rng(42)
prototypes = rng.random((4, 36)) > 0.5
labels = rng.integers(0, 4, size=240)
images = prototypes[labels] + rng.normal(0, 0.4, size=(240, 36))
one_hot = np.eye(4)[labels]
W = np.zeros((36, 4))
b = np.zeros(4)


def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


for epoch in range(5):
    order = rng.permutation(len(images))
    total = 0.0
    for start in range(0, len(images), 32):
        batch = order[start:start + 32]
        x, t = images[batch], one_hot[batch]
        p = softmax(x @ W + b)
        total += -(t * np.log(p + 1e-12)).sum()
        gradient = (p - t) / len(batch)
        W -= 0.1 * x.T @ gradient
        b -= 0.1 * gradient.sum(axis=0)
    p = softmax(images @ W + b)
    print(epoch, round(total / len(images), 8), (p.argmax(axis=1) == labels).mean())
confusion = np.zeros((4, 4), dtype=int)
np.add.at(confusion, (labels, p.argmax(axis=1)), 1)
print(confusion)
print(np.bincount(labels), np.unique(labels, return_counts=True))
print(np.round(b, 6))

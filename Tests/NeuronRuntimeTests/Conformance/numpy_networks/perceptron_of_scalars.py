import numpy as np

X = np.array([[2.0, 1.0], [1.0, 3.0], [-1.0, -2.0], [-2.0, 0.5]])
y = np.array([1, 1, -1, -1])
w = np.zeros(2)
bias = 0.0
errors = 0
for epoch in range(3):
    for xi, target in zip(X, y):
        if target * (np.dot(w, xi) + bias) <= 0:
            w += target * xi
            bias += target
            errors += 1
print(w, bias, errors, type(bias).__name__)
outputs = [1 if np.dot(w, x) + bias > 0 else -1 for x in X]
print(outputs, outputs == list(y), (np.array(outputs) == y).all())
total = 0
for v in y:
    total += v
print(total, type(total).__name__, total == 0)
best = max(range(4), key=lambda i: X[i] @ w)
print(best, X[best], np.linalg.norm(X[best]))
hits = {1: 0, -1: 0}
for v in y:
    hits[v] += 1
print(hits)
inside = (X > 0).all(axis=1)
print(inside, inside[0] and not inside[2], inside.sum() + True)

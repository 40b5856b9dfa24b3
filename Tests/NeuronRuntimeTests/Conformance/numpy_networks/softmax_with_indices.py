import numpy as np

rng = np.random.RandomState(0)
n, d, k = 60, 2, 3
X = np.zeros((n, d))
y = np.zeros(n, dtype='int64')
for j in range(k):
    rows = range(20 * j, 20 * (j + 1))
    r = np.linspace(0.0, 1, 20)
    t = np.linspace(j * 4, (j + 1) * 4, 20) + rng.randn(20) * 0.2
    X[rows] = np.c_[r * np.sin(t), r * np.cos(t)]
    y[rows] = j
W = 0.01 * rng.randn(d, k)
b = np.zeros((1, k))
for i in range(101):
    scores = np.dot(X, W) + b
    exp_scores = np.exp(scores - scores.max(axis=1, keepdims=True))
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
    loss = np.sum(-np.log(probs[range(n), y])) / n + 0.5 * 1e-3 * np.sum(W * W)
    if i % 50 == 0:
        print('iteration %d: loss %.6f' % (i, loss))
    dscores = probs
    dscores[range(n), y] -= 1
    dscores /= n
    dW = np.dot(X.T, dscores) + 1e-3 * W
    db = np.sum(dscores, axis=0, keepdims=True)
    W += -1.0 * dW
    b += -1.0 * db
predicted = np.argmax(np.dot(X, W) + b, axis=1)
print('accuracy: %.2f' % np.mean(predicted == y))
counts = np.bincount(predicted) if hasattr(np, 'bincount') else None
confusion = np.zeros((k, k), dtype=int)
for truth, guess in zip(y, predicted):
    confusion[truth, guess] += 1
print(confusion, confusion.sum(axis=0), np.unique(predicted))
one_hot = np.eye(k)[y]
print(one_hot.sum(axis=0), one_hot[:2])
mask = predicted != y
print(mask.sum(), X[mask][:1].round(3), np.where(mask)[0][:3])

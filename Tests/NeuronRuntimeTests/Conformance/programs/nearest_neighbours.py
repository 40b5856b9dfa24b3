# k nearest neighbours, with several measures of distance, judged on points left out.
import math
import random
from collections import Counter


def euclidean(p, q):
    return math.sqrt(sum((a - b) ** 2 for a, b in zip(p, q)))


def manhattan(p, q):
    return sum(abs(a - b) for a, b in zip(p, q))


def chebyshev(p, q):
    return max(abs(a - b) for a, b in zip(p, q))


class NearestNeighbours:
    def __init__(self, k=3, distance=euclidean):
        if k < 1:
            raise ValueError(f"k must be at least 1, not {k}")
        self.k = k
        self.distance = distance
        self._points = []

    def fit(self, points, labels):
        if len(points) != len(labels):
            raise ValueError(f"{len(points)} points but {len(labels)} labels")
        self._points = list(zip(points, labels))
        return self

    def neighbours(self, x):
        return sorted(self._points, key=lambda pair: self.distance(pair[0], x))[: self.k]

    def predict(self, x):
        if not self._points:
            raise RuntimeError("fit comes before predict")
        votes = Counter(label for _, label in self.neighbours(x))
        return max(sorted(votes), key=lambda label: votes[label])

    def score(self, points, labels):
        return sum(self.predict(p) == l for p, l in zip(points, labels)) / len(points)


random.seed(7)
centres = {"a": (0, 0), "b": (4, 1), "c": (1, 5)}
points, labels = [], []
for label, (x, y) in centres.items():
    for _ in range(20):
        points.append((random.gauss(x, 1.2), random.gauss(y, 1.2)))
        labels.append(label)
order = list(range(len(points)))
random.shuffle(order)
train, test = order[:45], order[45:]
pick = lambda items, places: [items[i] for i in places]
for k in (1, 3, 5, 9):
    for distance in (euclidean, manhattan, chebyshev):
        model = NearestNeighbours(k, distance).fit(pick(points, train), pick(labels, train))
        print(k, distance.__name__, model.score(pick(points, test), pick(labels, test)))
model = NearestNeighbours(4).fit(points, labels)
print([model.predict(p) for p in [(0, 0), (4, 1), (1, 5), (2, 2), (2.5, 3)]])
for (p, label) in model.neighbours((2, 2)):
    print(label, tuple(round(c, 6) for c in p), euclidean(p, (2, 2)))
for attempt in (lambda: NearestNeighbours(0), lambda: NearestNeighbours().predict((1, 1)), lambda: model.fit([1], []), lambda: NearestNeighbours().score([], [])):
    try:
        print(attempt())
    except (ValueError, RuntimeError, ZeroDivisionError) as e:
        print(type(e).__name__, "-", e)

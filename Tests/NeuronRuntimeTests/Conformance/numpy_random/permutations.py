import numpy as np

np.random.seed(8)
print(np.random.permutation(7), np.random.permutation(0), np.random.permutation(-2), np.random.permutation(1))
print(np.random.permutation([5, 6, 7, 8]), np.random.permutation((1.5, 2.5)), np.random.permutation(range(4)))
print(np.random.permutation([[1, 2], [3, 4], [5, 6]]))
a = np.arange(5)
print(np.random.permutation(a), a)
x = [1, 2, 3, 4, 5, 6]
print(np.random.shuffle(x), x)
words = ["ein", "neuron", "lernt"]
np.random.shuffle(words)
print(words)
rows = [[1, 2], [3], [4, 5, 6]]
np.random.shuffle(rows)
print(rows)
d = {0: "a", 1: "b", 2: "c"}
np.random.shuffle(d)
print(d)
np.random.shuffle([])
print(np.random.rand())
for call in [
    lambda: np.random.shuffle((1, 2)),
    lambda: np.random.shuffle(5),
    lambda: np.random.shuffle({1, 2}),
    lambda: np.random.shuffle("ab"),
    lambda: np.random.shuffle(range(4)),
    lambda: np.random.permutation(2.5),
    lambda: np.random.permutation("abc"),
    lambda: np.random.permutation(None),
    lambda: np.random.permutation(),
    lambda: np.random.permutation(1, 2),
    lambda: np.random.shuffle([1], 0),
]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
b = np.arange(6)
np.random.shuffle(b)
print(b)
np.random.shuffle(b[::2])
print(b)
M = np.arange(12).reshape(4, 3)
np.random.shuffle(M)
print(M)
np.random.shuffle(M.T)
print(M)
np.random.shuffle(np.zeros((0, 3)))
for array in [np.array(3), 5]:
    try:
        np.random.shuffle(array)
    except TypeError as e:
        print(e)

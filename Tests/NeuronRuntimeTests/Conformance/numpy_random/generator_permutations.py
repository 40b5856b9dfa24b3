import numpy as np

rng = np.random.default_rng(8)
print(rng.permutation(7), rng.permutation(0), rng.permutation([5, 6, 7]), rng.permutation(range(3)))
print(rng.permutation([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), rng.permutation([[1, 2, 3], [4, 5, 6]], axis=1))
print(rng.permuted([1, 2, 3, 4]), rng.permuted([[1, 2, 3], [4, 5, 6]]))
print(rng.permuted([[1, 2, 3], [4, 5, 6]], axis=1), rng.permuted([[1, 2, 3], [4, 5, 6]], axis=0), rng.permuted([[1, 2], [3, 4]], axis=-1))
x = [1, 2, 3, 4, 5, 6]
print(rng.shuffle(x), x)
words = ["ein", "neuron", "lernt"]
rng.shuffle(words)
print(words, rng.random())
for call in [
    lambda: rng.shuffle([1, 2], axis=1),
    lambda: rng.shuffle((1, 2)),
    lambda: rng.shuffle(5),
    lambda: rng.permutation([1, 2], axis=1),
    lambda: rng.permutation(2.5),
    lambda: rng.permutation(),
    lambda: rng.permutation(1, 2, 3),
    lambda: rng.permuted(5),
    lambda: rng.permuted([1, 2], 1),
    lambda: rng.permuted([1, 2], axis=1),
]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
b = np.arange(6)
rng.shuffle(b)
print(b)
M = np.arange(12).reshape(3, 4)
rng.shuffle(M)
rng.shuffle(M, axis=1)
print(M, rng.permuted(M.T), rng.permutation(M, axis=1))
rng.shuffle(M[:, ::2], axis=1)
print(M)
for call in [lambda: rng.shuffle(np.arange(3), axis=1), lambda: rng.shuffle(np.array(3)), lambda: rng.permutation(M, axis=2)]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)

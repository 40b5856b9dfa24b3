import random

for seed in [0, 1, -1, 42, 2**31, 2**32, 2**40 + 7, 10**30, True]:
    random.seed(seed)
    print(seed, random.random(), random.random(), random.getrandbits(32))

import random
from random import randint, randrange

random.seed(3)
print([randint(1, 6) for _ in range(20)])
print([randrange(10) for _ in range(10)], [randrange(5, 50, 7) for _ in range(10)])
print([randrange(10, 0, -3) for _ in range(10)], randint(-5, -5))
print(randrange(10**30), randint(-10**25, 10**25), randrange(0, 10**40, 10**20))
print(randrange(2**63), randrange(2**62), randint(0, 2**64))
print([random.getrandbits(k) for k in (0, 1, 31, 32, 33, 64, 65, 200)])
print(randint(a=2, b=9), random.randrange(7.0))

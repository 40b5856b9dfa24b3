import random

random.seed(99)
total = 0.0
for _ in range(20000):
    total += random.random()
print(total, random.getrandbits(64))
count = 0
for _ in range(2000):
    count += random.randrange(3)
print(count)

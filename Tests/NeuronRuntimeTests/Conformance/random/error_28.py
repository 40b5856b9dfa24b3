import random

random.seed(1)
print(random.sample([1, 2], k=1, counts=[1]))

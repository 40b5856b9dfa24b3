import random

random.seed(1)
print(random.uniform(1, 2, 3))

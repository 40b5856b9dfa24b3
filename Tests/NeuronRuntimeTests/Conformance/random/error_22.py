import random

random.seed(1)
print(random.uniform(a=1, c=2))

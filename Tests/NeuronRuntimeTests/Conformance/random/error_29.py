import random

random.seed(1)
print(random.choices([], k=2))

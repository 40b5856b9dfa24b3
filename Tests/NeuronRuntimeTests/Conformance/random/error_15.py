import random

random.seed(1)
print(random.choices([1, 2], [0, 0]))

import random

random.seed(1)
print(random.shuffle((1, 2)))

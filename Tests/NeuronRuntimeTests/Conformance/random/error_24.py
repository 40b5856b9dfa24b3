import random

random.seed(1)
print(random.gammavariate(-1, 2))

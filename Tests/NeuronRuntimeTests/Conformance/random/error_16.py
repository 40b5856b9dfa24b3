import random

random.seed(1)
print(random.choices([1], [1], cum_weights=[1]))

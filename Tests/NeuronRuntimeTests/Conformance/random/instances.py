import random
from random import Random

a = Random(7)
b = random.Random(7)
print(a.random() == b.random(), a.randint(1, 100), b.gauss(0, 1), a.gauss(mu=1))
random.seed(7)
random.random()
print(random.randint(1, 100), type(a) is Random, isinstance(a, Random), isinstance(3, Random))
draw = a.random
print(draw(), draw(), a.choice([1, 2, 3]))
a.seed(1)
print(a.random(), Random(x=3).random(), Random("text").getrandbits(40))
print(random.Random, type(a))
state = a.getstate()
first = [a.random() for _ in range(3)]
a.setstate(state)
print(first == [a.random() for _ in range(3)], len(state), len(state[1]))

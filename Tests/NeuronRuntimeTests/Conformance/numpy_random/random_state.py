import numpy as np
from numpy.random import RandomState

a = RandomState(3)
b = np.random.RandomState(seed=3)
np.random.seed(3)
print(a.rand() == b.rand() == np.random.rand(), isinstance(a, RandomState), isinstance(a, np.random.Generator))
print(str(a), type(a), a.randint(0, 10, 5), a.choice([1, 2, 3]), a.permutation(4))
x = [1, 2, 3, 4, 5]
a.shuffle(x)
print(x)
# The state brings the kept normal with it.
a.randn()
state = a.get_state()
first = [a.randn(), a.rand(), a.randn()]
a.set_state(state)
print(first == [a.randn(), a.rand(), a.randn()])
np.random.set_state(state)
print(first == [np.random.randn(), np.random.rand(), np.random.randn()])
b.seed(9)
print(b.rand(), RandomState(9).rand(), RandomState([9]).rand(), RandomState([1, 2]).randn(2))
draw = b.normal
print(draw(0, 1), draw(size=2))

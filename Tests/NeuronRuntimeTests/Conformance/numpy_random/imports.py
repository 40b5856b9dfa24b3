import numpy.random
import numpy.random as npr
from numpy import random
from numpy.random import default_rng, seed, rand
import numpy as np

seed(1)
print(rand(), npr.rand(), random.rand(), numpy.random.rand(), np.random.rand())
print(npr is random, numpy.random is np.random, default_rng(1).random())
try:
    import numpy.foo
except ImportError as e:
    print(type(e).__name__, e)
try:
    np.random.foo
except AttributeError as e:
    print(e)

from math import *
from random import *
from functools import *

seed(4)
print(sqrt(16), pi, randint(1, 6), reduce(max, [1, 5, 2]))
import math as m
from math import floor as down, ceil
print(m.tau == 2 * pi, down(2.7), ceil(2.1), __name__)
def f():
    import itertools
    from operator import add
    return list(itertools.accumulate([1, 2, 3], add))
print(f())
try:
    import nowhere
except ModuleNotFoundError as error:
    print(error)
try:
    from math import nothing
except ImportError as error:
    print(str(error).split(" (")[0])
try:
    import math.deep
except ImportError as error:
    print(type(error).__name__, error)
try:
    math.nothing
except NameError as error:
    print(error)
try:
    m.nothing
except AttributeError as error:
    print(error)

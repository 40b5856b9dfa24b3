from itertools import *

print(list(chain.from_iterable([1])))

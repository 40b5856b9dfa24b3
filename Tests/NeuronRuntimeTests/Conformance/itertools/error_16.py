from itertools import *

print(product([1], foo=2))

from itertools import *

print(list(filterfalse(1, [1])))

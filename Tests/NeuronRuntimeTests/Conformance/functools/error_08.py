from functools import *

print(reduce(lambda a: a, [1, 2]))

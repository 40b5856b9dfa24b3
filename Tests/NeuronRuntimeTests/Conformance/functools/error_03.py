from functools import *

print(reduce(max, 5))

from functools import *

print(reduce(max, []))

from functools import *

print(cache())

from functools import *

print(partial(len)(1, 2))

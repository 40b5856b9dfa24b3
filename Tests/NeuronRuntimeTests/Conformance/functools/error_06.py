from functools import *

print(partial(len).nosuch)

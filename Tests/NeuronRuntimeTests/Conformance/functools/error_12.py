from functools import *

print(cmp_to_key())

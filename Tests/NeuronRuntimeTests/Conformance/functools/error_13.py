from functools import *

print(cmp_to_key(max)(1) < 2)

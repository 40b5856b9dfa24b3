from functools import *

print(cmp_to_key(lambda a, b: 'x')(1) < cmp_to_key(max)(2))

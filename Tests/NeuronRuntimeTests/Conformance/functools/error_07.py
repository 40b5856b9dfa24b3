from functools import *

print(lru_cache('a'))

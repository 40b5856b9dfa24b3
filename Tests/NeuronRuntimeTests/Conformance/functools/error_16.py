from functools import *

print(lru_cache(lambda x: x)([]))

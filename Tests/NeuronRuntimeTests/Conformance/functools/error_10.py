from functools import *

print(lru_cache(1, 2, 3))

from functools import *

print(lru_cache(lambda x: x).cache_info(1))

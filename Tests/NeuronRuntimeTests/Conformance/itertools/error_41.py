from itertools import *

print(chain.from_iterable())

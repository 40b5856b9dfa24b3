from itertools import *

print(combinations([1]))

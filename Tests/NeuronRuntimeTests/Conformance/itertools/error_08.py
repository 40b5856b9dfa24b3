from itertools import *

print(islice([1], 0, 1, 0))

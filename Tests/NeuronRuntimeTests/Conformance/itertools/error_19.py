from itertools import *

print(zip_longest([1], 2))

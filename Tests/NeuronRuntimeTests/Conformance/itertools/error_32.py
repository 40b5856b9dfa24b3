from itertools import *

print(count(1, 2, 3))

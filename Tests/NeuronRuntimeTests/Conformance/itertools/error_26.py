from itertools import *

print(tee([1], -1))

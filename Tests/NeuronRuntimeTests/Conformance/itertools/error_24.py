from itertools import *

print(compress([1]))

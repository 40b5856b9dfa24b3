from itertools import *

print(accumulate())

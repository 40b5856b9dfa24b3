from itertools import *

print(count(start=1, stop=2))

from itertools import *

print(tee(1))

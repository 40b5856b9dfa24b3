from itertools import *

print(pairwise())

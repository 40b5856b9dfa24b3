from itertools import *

print(groupby())

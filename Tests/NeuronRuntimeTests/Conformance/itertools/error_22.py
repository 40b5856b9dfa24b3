from itertools import *

print(list(starmap(pow, [1])))

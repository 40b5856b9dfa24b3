from itertools import *

print(starmap(pow))

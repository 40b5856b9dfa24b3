from itertools import *

print(product([1], repeat=-1))

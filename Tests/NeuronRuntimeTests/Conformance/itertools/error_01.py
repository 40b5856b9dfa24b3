from itertools import *

print(count('a'))

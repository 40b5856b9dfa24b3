from itertools import *

print(repeat(1, 'a'))

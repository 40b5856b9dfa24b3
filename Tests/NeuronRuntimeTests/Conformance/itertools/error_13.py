from itertools import *

print(permutations([1], 'a'))

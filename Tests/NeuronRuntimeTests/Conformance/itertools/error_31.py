from itertools import *

print(list(accumulate([1, 'a'])))

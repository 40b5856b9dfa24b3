from itertools import *

print(zip_longest([1], foo=1))

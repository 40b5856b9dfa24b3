from itertools import *

print(islice([1]))

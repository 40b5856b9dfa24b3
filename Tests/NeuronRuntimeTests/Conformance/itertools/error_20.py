from itertools import *

print(takewhile(bool))

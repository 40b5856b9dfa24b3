from functools import *

print(total_ordering())

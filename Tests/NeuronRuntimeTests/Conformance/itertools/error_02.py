from itertools import *

print(repeat())

from functools import *

print(partial())

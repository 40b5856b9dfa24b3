from functools import *

print(wraps())

from itertools import *

print(chain(a=1))

from itertools import *

print(list(chain(1)))

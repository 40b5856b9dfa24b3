from itertools import *

print(chain()[0])

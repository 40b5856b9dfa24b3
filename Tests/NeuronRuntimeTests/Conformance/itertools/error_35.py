from itertools import *

print(chain.nosuch)

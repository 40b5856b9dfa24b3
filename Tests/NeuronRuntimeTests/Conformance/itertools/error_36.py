from itertools import *

print(len(chain()))

import math
math.comb(-1, 2)

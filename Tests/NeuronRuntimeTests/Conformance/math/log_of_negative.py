import math
math.log(-1)

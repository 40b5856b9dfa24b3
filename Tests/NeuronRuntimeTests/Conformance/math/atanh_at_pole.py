import math
math.atanh(1)

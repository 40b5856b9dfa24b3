import math
math.gamma(-1)

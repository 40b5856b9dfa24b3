import math
math.log(5, 1)

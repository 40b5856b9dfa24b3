import math
math.factorial(2.0)

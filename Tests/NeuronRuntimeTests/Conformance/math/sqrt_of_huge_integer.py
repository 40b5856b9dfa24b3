import math
math.sqrt(10**400)

import math
math(1)

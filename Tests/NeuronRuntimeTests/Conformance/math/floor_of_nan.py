import math
math.ceil(math.nan)

import math
print(math.nonexistent)

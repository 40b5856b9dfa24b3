import math
print(math.log(10**400), math.log2(2**2000), math.log10(10**400), math.sqrt(10**300), math.floor(10**30), math.log(10**400, 10))

from itertools import product

print(list(product(repeat=2**62)), list(product(repeat=0)), list(product("ab", repeat=0)))
product("ab", repeat=2**62)

class I:
    def __index__(self): return 2
x = I()
print(x * [1], [1] * x, "ab" * I(), I() * (3,))
try: x *= [1]
except TypeError as e: print(e)
y = [1]; y *= I(); print(y)

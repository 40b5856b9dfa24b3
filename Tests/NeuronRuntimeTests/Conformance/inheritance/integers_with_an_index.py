# int subclass: __index__ is asked although the value is an int already
class I(int):
    def __index__(self): return 2
    def __int__(self): return 77
i = I(0)
print([1, 2, 3][i], list(range(i)), hex(i), '%x' % i, '%d' % i)

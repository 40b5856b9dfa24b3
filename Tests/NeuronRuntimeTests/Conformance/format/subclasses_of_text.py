# str subclass: `'%s' % s` ignores __str__, `'%r' % s` ignores __repr__ (alone; in a tuple they are asked),
# '{}'.format(s) ignores __format__; print(sep=/end=) refuses a str subclass
class S(str):
    def __str__(self): return 'STR'
    def __repr__(self): return 'REPR'
    def __format__(self, spec): return 'FMT'
s = S('x')
print('%s' % s, '%r' % s, '%5s' % s)
print('{}'.format(s), f'{s}', format(s))
try: print(1, 2, sep=s, end='\n')
except TypeError as e: print(e)

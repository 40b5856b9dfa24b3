import numpy as np

a = np.array([1.5, -2.0])
zero_d, single = np.array(2.5), np.array([7])
print('%s' % a, '%r' % a, 'a = %s' % a, '%s and %s' % (a, zero_d))
print('%d %.2f %5.1f|' % (zero_d, zero_d, np.float64(1 / 3)))
print(f"{a} {a!r} {a!s:>20}|", f"{zero_d:.3f} {np.array(5):>4}|", '{} {!r}'.format(a, a))
print(a.__repr__(), a.__str__(), str(a) + '!', repr(a)[:5])
print([a, [zero_d]], (single,), {'k': a})
for text in ['.2f', '>10']:
    try:
        print(format(a, text))
    except TypeError as error:
        print(error)
try:
    print('%d' % a)
except TypeError as error:
    print(error)

import numpy as np

for x in [0.0, -0.0, 1.0, 1 / 3, 0.06, 0.996, 123456.789, 1e22, 1e23, 5e-324, 2.0**-44, np.nan, -np.inf]:
    print(np.format_float_positional(x), np.format_float_scientific(x))
    print(np.format_float_positional(x, precision=2), np.format_float_positional(x, precision=2, unique=False))
    print(np.format_float_positional(x, precision=2, fractional=False, trim='-'), np.format_float_positional(x, trim='0'))
    print(np.format_float_scientific(x, precision=3, exp_digits=3), np.format_float_scientific(x, precision=3, unique=False, trim='-'))
    print('|' + np.format_float_positional(x, pad_left=8, pad_right=4, precision=3, sign=True) + '|')
    print(np.format_float_positional(x, min_digits=20, precision=25), np.format_float_scientific(x, min_digits=18))

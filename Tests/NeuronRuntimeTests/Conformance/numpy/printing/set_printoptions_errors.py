import numpy as np


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: np.set_printoptions(precision=2.5))
attempt(lambda: np.set_printoptions(threshold='many'))
attempt(lambda: np.set_printoptions(threshold=np.nan))
attempt(lambda: np.set_printoptions(floatmode='short'))
attempt(lambda: np.set_printoptions(sign='*'))
attempt(lambda: np.set_printoptions(digits=3))
attempt(lambda: np.set_printoptions(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))
attempt(lambda: np.get_printoptions()['precision'])
attempt(lambda: np.set_printoptions(precision=-1))
attempt(lambda: np.array([1]))
attempt(lambda: np.array([1.5]))
np.set_printoptions(precision=20000, floatmode='fixed')
attempt(lambda: np.array([1.5]))
np.set_printoptions(precision=8, floatmode='maxprec')
attempt(lambda: np.array2string([1, 2]))
attempt(lambda: np.array2string())
attempt(lambda: np.array2string(np.array([1]), width=3))
attempt(lambda: np.array2string(np.array([1.0]), formatter={'float': lambda x: [x]}))
attempt(lambda: np.array2string(np.array([1.0]), formatter={'float': lambda x: ''}))
attempt(lambda: np.array2string(np.array([1.0]), formatter={'float': lambda x: x.missing}))
attempt(lambda: np.array_str([1.5]))
attempt(lambda: np.format_float_positional(1.5, unique=False))
attempt(lambda: np.format_float_positional(1.5, precision=2, min_digits=3))
attempt(lambda: np.format_float_positional(1.5, precision=-2))
attempt(lambda: np.format_float_positional('a'))

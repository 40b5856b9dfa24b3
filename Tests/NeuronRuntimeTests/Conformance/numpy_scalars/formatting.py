import numpy as np


def show(action):
    try:
        result = action()
        print(repr(result), type(result).__name__)
    except Exception as error:
        print(type(error).__name__, error)


i = np.int64(5)
x = np.float64(2.5)
true = np.True_
false = np.False_

show(lambda: f'{i}')
show(lambda: f'{i:5d}')
show(lambda: f'{i:05.1f}')
show(lambda: f'{i:x}')
show(lambda: f'{x:.3f}')
show(lambda: f'{x:8.2e}')
show(lambda: f'{x!r}')
show(lambda: f'{true}')
show(lambda: f'{true:5}')
show(lambda: f'{true!r:>6}')
show(lambda: '%d' % i)
show(lambda: '%5.2f' % x)
show(lambda: '%s' % true)
show(lambda: '{:>4}'.format(i))
show(lambda: repr([i, x, true]))
show(lambda: str((i,)))

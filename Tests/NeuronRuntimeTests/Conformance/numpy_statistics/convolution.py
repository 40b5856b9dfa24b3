import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.convolve([1,2,3],[0,1,0.5]))
show(lambda: np.convolve([1,2,3],[0,1,0.5],'same'))
show(lambda: np.convolve([1,2,3],[0,1,0.5],'valid'))
show(lambda: np.convolve([1,2,3],[1,2]))
show(lambda: np.convolve([],[1]))
show(lambda: np.convolve([1,2],[1],'foo'))
show(lambda: np.convolve([[1]],[1]))
show(lambda: np.convolve([1,2],[1,2,3],'valid'))
show(lambda: np.convolve([1,2],[1,2,3],'same'))
show(lambda: np.correlate([1,2,3],[0,1,0.5]))
show(lambda: np.correlate([1,2,3],[0,1,0.5],'full'))
show(lambda: np.correlate([1,2,3],[0,1,0.5],'same'))
show(lambda: np.correlate([1,2],[1,2,3]))
show(lambda: np.correlate([1,2],[1,2,3],'full'))

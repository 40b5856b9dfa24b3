import numpy as np


def show(action):
    try:
        result = action()
        print(repr(result), type(result).__name__)
    except Exception as error:
        print(type(error).__name__, error)


c = np.arange(24).reshape(2, 3, 4)

show(lambda: c[0, :, [0, 1]].shape)
show(lambda: c[:, 0, [0, 1]].shape)
show(lambda: c[[0, 1], :, [0, 1]].shape)
show(lambda: c[:, [0, 1], [0, 1]].shape)
show(lambda: c[[0, 1], None, [0, 1]].shape)
show(lambda: c[..., [[0, 1], [1, 2]], :].shape)
show(lambda: c[[0, 1], ..., 0].shape)
show(lambda: c[:, [0], :, None].shape)
show(lambda: c[[[0], [1]], [0, 2]].shape)
show(lambda: c[0, [0, 1]].shape)
show(lambda: c[[0, 1], 1:, 0])
show(lambda: c[:, 1, [0, 3]])
show(lambda: c[c > 20])
show(lambda: c[c[:, :, 0] > 3])
show(lambda: c[:, c[0, :, 1] > 1].shape)
show(lambda: c[1, ..., [0, 2]])

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

show(lambda: type(i))
show(lambda: type(x))
show(lambda: type(true))
show(lambda: isinstance(i, int))
show(lambda: isinstance(x, float))
show(lambda: isinstance(true, bool))
show(lambda: isinstance(i, np.integer))
show(lambda: isinstance(i, np.signedinteger))
show(lambda: isinstance(i, np.number))
show(lambda: isinstance(x, np.floating))
show(lambda: isinstance(x, np.inexact))
show(lambda: isinstance(x, np.number))
show(lambda: isinstance(true, np.generic))
show(lambda: isinstance(true, np.number))
show(lambda: isinstance(3, np.integer))
show(lambda: isinstance(i, (int, np.integer)))
show(lambda: type(i).__mro__)
show(lambda: type(x).__mro__)
show(lambda: type(true).__mro__)
show(lambda: np.int64.__name__)
show(lambda: np.bool_.__name__)
show(lambda: np.float64.__module__)
show(lambda: np.bool_ is np.bool)
show(lambda: np.int_ is np.int64)
show(lambda: issubclass(np.float64, float))
show(lambda: issubclass(np.int64, np.integer))
show(lambda: np.integer)

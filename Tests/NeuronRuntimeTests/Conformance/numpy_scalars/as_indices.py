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

items = [10, 20, 30]
one = np.int64(1)

show(lambda: items[one])
show(lambda: items[np.int64(-1)])
show(lambda: items[:one])
show(lambda: items[one:])
show(lambda: items[true])
show(lambda: 'abc'[one])
show(lambda: (1, 2)[i])
show(lambda: items[np.float64(1)])
show(lambda: range(i))
show(lambda: list(range(one, i, np.int64(2))))
show(lambda: type(list(range(i))[0]))
show(lambda: range(x))
show(lambda: items * one)
show(lambda: {1: 'a'}[one])
show(lambda: {one: 'b'}[1])
show(lambda: {x: 'c'}[2.5])
show(lambda: {one, 1, 1.0, true})
show(lambda: hash(i) == hash(5))
show(lambda: hash(x) == hash(2.5))
show(lambda: chr(np.int64(97)))
show(lambda: bin(i))
show(lambda: hex(i))
show(lambda: round(3.14159, np.int64(2)))

# dict changed during iteration with the same size at the end
def f():
    d = {1: 1, 2: 2}
    for k in d:
        del d[k]
        d[k + 5] = 1
    return d
try:
    print(f())
except RuntimeError as e:
    print(type(e).__name__, e)

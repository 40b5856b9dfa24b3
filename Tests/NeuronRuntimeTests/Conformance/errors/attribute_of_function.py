def f():
    pass
f.missing.deep

frozenset(x=1)

print(list(reversed([1, 2])))
reversed(x for x in [1, 2])

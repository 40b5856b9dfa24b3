g = (x for x in [1, 2])
g[0]

s = {1, 2}
del s[0]

[1, 2].index(2, None)

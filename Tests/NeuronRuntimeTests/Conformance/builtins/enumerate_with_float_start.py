enumerate([], 1.5)

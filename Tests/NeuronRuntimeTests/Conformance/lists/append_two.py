[1].append(1, 2)

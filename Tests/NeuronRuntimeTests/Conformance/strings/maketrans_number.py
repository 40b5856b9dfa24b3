str.maketrans("a", 5)

pow("a", 2)

assert False, (1, "a")

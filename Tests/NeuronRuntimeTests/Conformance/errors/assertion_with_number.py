assert False, 42

raise RuntimeError(5)

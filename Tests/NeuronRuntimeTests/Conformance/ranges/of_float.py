range(2.0)

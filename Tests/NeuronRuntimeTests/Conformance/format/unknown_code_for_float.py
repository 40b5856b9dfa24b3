print(format(5.0, "d"))

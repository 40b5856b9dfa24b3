print(format(5, "s"))

print(format(5.0, "5."))

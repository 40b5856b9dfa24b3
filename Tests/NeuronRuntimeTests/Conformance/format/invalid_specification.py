print(format(5, "5.x5"))

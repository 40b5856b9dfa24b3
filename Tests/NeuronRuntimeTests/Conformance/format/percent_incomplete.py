print("abc%" % 1)

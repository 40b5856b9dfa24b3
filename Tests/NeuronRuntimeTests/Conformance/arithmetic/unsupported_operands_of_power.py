print("a" ** 2)

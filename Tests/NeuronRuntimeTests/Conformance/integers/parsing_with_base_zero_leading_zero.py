print(int("012", 0))

print(int("1", 40))

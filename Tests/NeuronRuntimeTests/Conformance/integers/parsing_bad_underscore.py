print(int("1__2"))

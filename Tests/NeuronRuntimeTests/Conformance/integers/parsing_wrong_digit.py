print(int("129", 8))

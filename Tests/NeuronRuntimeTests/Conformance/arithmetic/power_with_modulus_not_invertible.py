print(pow(4, -1, 8))

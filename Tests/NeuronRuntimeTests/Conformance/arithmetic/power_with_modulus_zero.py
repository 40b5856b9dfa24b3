print(pow(4, 2, 0))

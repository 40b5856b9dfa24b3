print(round(2.5, 1.0))

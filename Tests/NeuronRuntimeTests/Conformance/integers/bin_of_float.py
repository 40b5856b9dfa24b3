print(bin(1.5))

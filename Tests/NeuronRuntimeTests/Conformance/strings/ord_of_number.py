print(ord(5))

for a in [7, -7, 8, -8, 0]:
    for b in [2, -2, 3, -3, 7]:
        print(a, b, a // b, a % b, divmod(a, b))

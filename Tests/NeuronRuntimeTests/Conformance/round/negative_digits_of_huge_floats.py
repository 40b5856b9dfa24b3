print(round(1e232, -4), round(1e118, -3), round(1e283, -1), round(-1e88, -2))
print(round(123456789012345678901234.0, -5), round(-0.5, -1), round(15.0, -1), round(25.0, -1))

print(float("0x1p3"))

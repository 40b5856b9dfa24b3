print("abc"[1.0])

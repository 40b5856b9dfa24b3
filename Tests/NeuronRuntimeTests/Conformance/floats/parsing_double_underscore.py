print(float("1__0"))

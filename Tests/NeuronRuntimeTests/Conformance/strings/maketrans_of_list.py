str.maketrans(["a"])

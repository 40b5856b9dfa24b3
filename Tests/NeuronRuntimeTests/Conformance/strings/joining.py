print(",".join(["a", "b", "c"]), "".join([]), "-".join("abc"), ", ".join(("x",)), "".join(map(str, range(5))), " ".join({"a": 1, "b": 2}), "é".join(["1", "2"]))

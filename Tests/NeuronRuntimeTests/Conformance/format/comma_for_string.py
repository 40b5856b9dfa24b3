print(format("a", ","))

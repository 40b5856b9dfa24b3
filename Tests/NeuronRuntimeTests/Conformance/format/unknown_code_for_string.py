print(format("a", "d"))

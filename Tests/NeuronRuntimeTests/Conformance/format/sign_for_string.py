print(format("a", "+"))

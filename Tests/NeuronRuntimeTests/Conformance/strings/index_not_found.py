"abc".index("x")

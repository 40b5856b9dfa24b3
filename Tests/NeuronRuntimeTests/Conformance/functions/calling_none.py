f = print
r = f("x")
r()

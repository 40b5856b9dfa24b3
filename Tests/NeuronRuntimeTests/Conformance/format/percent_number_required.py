print("%d" % "a")

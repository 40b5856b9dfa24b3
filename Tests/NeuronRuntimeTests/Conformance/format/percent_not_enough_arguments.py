print("%s %s" % "a")

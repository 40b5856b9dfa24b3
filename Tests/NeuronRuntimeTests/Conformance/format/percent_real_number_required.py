print("%f" % "a")

print("{".format(1))

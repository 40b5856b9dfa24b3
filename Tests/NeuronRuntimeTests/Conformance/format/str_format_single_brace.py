print("}".format(1))

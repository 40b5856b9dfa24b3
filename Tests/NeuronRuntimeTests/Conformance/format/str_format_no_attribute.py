print("{0.foo}".format(1))

for x in len:
    pass

print("{a} {b}".format_map({"a": 1}))

print("{} {b}".format_map({"a": 1}))

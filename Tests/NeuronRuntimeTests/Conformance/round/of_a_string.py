print(round("2"))

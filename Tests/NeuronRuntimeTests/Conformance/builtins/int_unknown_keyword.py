int("5", bse=3)

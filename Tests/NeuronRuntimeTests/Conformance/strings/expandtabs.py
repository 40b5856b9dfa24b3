print("a\tb".expandtabs(), "a\tb".expandtabs(4), "\t".expandtabs(2) + "|", "ab\tc\n\td".expandtabs(tabsize=3))

print("a\tb".expandtabs(), "a\tb".expandtabs(4), "\t".expandtabs(2) + "|", "abc".translate({97: "x", 98: None}), "abc".translate(str.maketrans("ab", "xy")))

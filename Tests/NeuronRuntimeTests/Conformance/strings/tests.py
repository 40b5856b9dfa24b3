for s in ["abc", "ABC", "aB", "123", "a1", " ", "", "\t\n", "½", "²", "Ⅷ", "é", "Title Case", "not Title", "a b", "_x", "1x", "def"]:
    print(repr(s), s.isalpha(), s.isdigit(), s.isalnum(), s.isspace(), s.isupper(), s.islower(), s.isnumeric(), s.isdecimal(), s.istitle(), s.isidentifier(), s.isascii(), s.isprintable())

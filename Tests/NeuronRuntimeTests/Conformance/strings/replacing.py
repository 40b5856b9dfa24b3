s = "one two one"
print(s.replace("one", "1"), s.replace("one", "1", 1), s.replace("", "-"), s.replace("x", "y"), s.replace("o", ""), "aaa".replace("aa", "b"), "abc".replace("", "-", 2), s.replace("one", "1", 0))
print("tést".replace("é", "e"), s.removeprefix("one "), s.removesuffix(" one"), s.removeprefix("x"), s.removesuffix(""), "".replace("", "x"))

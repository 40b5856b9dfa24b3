print(repr("a'b"), repr('a"b'), repr("a'b\"c"), repr("\n\t\r\\\x00\x7f"), repr("é€😀"), ascii("é€😀"), repr("\xa0\u2028\ue000"), repr(""))
print(ascii(["é"]), str("x"), str(1.0), repr(1.0), str(None), str([1.0, "a"]), repr(True), str(10**20))

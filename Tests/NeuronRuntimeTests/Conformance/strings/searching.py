s = "abracadabra"
print(s.find("a"), s.find("a", 1), s.find("a", -1), s.find("x"), s.rfind("a"), s.rfind("a", 0, 10), s.find(""), s.find("", 20), s.find("bra", 2, 20), s.rfind(""))
print(s.index("ra"), s.rindex("ra"), s.count("a"), s.count("abra"), s.count(""), s.count("a", 1, -1), "aaaa".count("aa"), "a" in s, "" in s, "cad" in s, "x" not in s)
print(s.startswith("abra"), s.endswith("bra"), s.startswith(("x", "a")), s.endswith(("x", "y")), s.startswith("bra", 1), s.endswith("bra", 0, 4), s.startswith(""), s.startswith("ra", 2, 4))

s = "e\u0301"
print(len(s), s == "é", s[0], [c for c in s] == ["e", "\u0301"], s.upper() == "E\u0301", "🇫🇷"[0] == "\U0001f1eb", len("👨‍👩‍👧"), "\r\n"[0] == "\r", len("\r\n"), "a\r\n".split("\n"), s.find("\u0301"), "\r\n".replace("\n", "x") == "\rx", s.startswith("e"), s + "x", "\r\n".isspace())

for text in ["ΑΣ", "ΑΣ Σ ΣΑ", "ǆabc", "ßtraße", "ŉ", "İi", "ﬁrst ﬂoor", "ὈΔΥΣΣΕΎΣ", "ǅ ǈ", "ΐ", "élan vital", "o'neill's x2y", "ÅNGSTRÖM"]:
    print(ascii(text.lower()), ascii(text.upper()), ascii(text.title()), ascii(text.capitalize()))
    print(ascii(text.swapcase()), ascii(text.casefold()), text.istitle(), text.isupper(), text.islower())
print("a\x1cb\x1dc\x1ed\x85e\u2028f\u2029g\vh\fi\r\nj\rk".splitlines())
print(int("٣٤"), float("١.٥"), int("１２"), "²".isdigit(), "²".isdecimal(), "½".isnumeric(), "Ⅷ".isnumeric(), "一".isnumeric())

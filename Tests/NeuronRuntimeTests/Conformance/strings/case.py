for s in ["hello World", "ÀÉ straße", "", "a1b2", "ALL", "it's ok", "ǆ"]:
    print([s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold()])

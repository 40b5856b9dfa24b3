for c in "aé€😀":
    print(c, ord(c), chr(ord(c)), len(c))
print(list("abc"), tuple("xy"), [c * 2 for c in "ab"], list(enumerate("ab")), list(reversed("abc")), list(zip("ab", "cd")))

print("a b  c".split(), " a  b ".split(), "a,b,,c".split(","), "a,b,c".split(",", 1), "".split(), "".split(","), "abc".split("abc"), "a--b--c".split("--"))
print("a b c d".split(None, 2), "a b c d".rsplit(None, 2), "a,b,c".rsplit(",", 1), " a b ".split(" "), "a b c".split(maxsplit=1), "a,b".split(sep=","), "  x  y  ".split(None, 1), "  x  y  ".rsplit(None, 1))
print("a\nb\r\nc\rd\n".splitlines(), "a\n\nb".splitlines(), "".splitlines(), "a\nb\n".splitlines(True), "\n".splitlines(), "x\x0by\x0cz\u2028w".splitlines())
print("a=b=c".partition("="), "a=b=c".rpartition("="), "abc".partition("="), "abc".rpartition("="), "=".partition("="))

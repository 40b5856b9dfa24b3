s = "  hello, world  "
print([s.strip(), s.lstrip(), s.rstrip(), s.strip(" dh"), s.strip("x"), s.strip(""), s.strip(None), "xxaxx".strip("x"), "abcba".strip("ab"), "".strip(), "\t\n a \x0b\x0c\r".strip(), "\u00a0\u2003a\u3000".strip(), "aaa".strip("a"), "éaé".strip("é"), "mississippi".lstrip("mis"), "mississippi".rstrip("ip")])
print(["abc".replace("b", "X"), "aaa".replace("a", "b", 2), "aaa".replace("aa", "b"), "abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"), "".replace("a", "b"), "abc".replace("x", "y"), "aaa".replace("a", ""), "aaa".replace("a", "b", 0), "aaa".replace("a", "b", -1), "日本".replace("日", "x"), "a.b.c".replace(".", "::")])
print(["a,b,c".split(","), "a,b,c".split(",", 1), "a,b,c".split(",", 0), "a,,c".split(","), ",".split(","), "".split(","), "".split(), "  a  b ".split(), " a b ".split(" "), "abc".split("b"), "a--b--c".split("--", 1), "a b c".split(None, 1), " a  b  c ".split(None, 1), "a\tb\nc".split(), "aXbxc".split("x"), "a\u2003b\u00a0c".split(), "abab".split("ab"), "a b c".split(maxsplit=0), "  ".split(), " ".split(" ")])
print(["a,b,c".rsplit(","), "a,b,c".rsplit(",", 1), "a b c".rsplit(None, 1), " a  b  c ".rsplit(None, 1), "a--b--c".rsplit("--", 1), "".rsplit(), "aaa".rsplit("aa", 1), " x ".rsplit(None, 0)])
print(["a\nb".splitlines(), "a\n".splitlines(), "a\r\nb\rc\n\nd".splitlines(), "a\r\nb\rc\n\nd".splitlines(True), "".splitlines(), "\n".splitlines(), "a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i".splitlines(), "a\nb".splitlines(keepends=True), "ab".splitlines()])
print(["a=b=c".partition("="), "a=b=c".rpartition("="), "abc".partition("x"), "abc".rpartition("x"), "".partition("a"), "a=".partition("="), "=a".rpartition("="), "a::b".partition("::")])
print([",".join([]), ",".join(["a"]), ",".join("abc"), "".join(["x", "y"]), "-".join({"k": 1, "l": 2}), ", ".join(str(i) for i in range(3)), "é".join(["a", "b"]), "ab".join(["", "", ""]), "".join(()), " ".join(("a", "b")), "--".join(sorted({"q", "p"}))])
print(["a".center(5), "ab".center(5), "a".center(4), "ab".center(7, "*"), "abc".center(2), "a".ljust(4) + "|", "a".rjust(4), "a".ljust(4, "."), "é".rjust(3, "日"), "7".zfill(3), "-7".zfill(4), "+7".zfill(4), "--7".zfill(6), "".zfill(2), "abc".zfill(2), "-".zfill(3), "日".center(5, "*"), "abcd".center(7), "abc".center(6)])
print(["a\tb".expandtabs(), "a\tb".expandtabs(4), "\t".expandtabs(0), "ab\tc\td".expandtabs(3), "a\n\tb".expandtabs(4), "a\tb".expandtabs(tabsize=2), "a\t\tb".expandtabs(-1), "abcdefgh\ti".expandtabs()])
print(["abc".removeprefix("a"), "abc".removeprefix("x"), "abc".removesuffix("c"), "abc".removesuffix(""), "aaa".removeprefix("aa"), "abab".removesuffix("ab"), "".removeprefix("a")])
print(["hello".translate(str.maketrans("el", "ip")), "hello".translate(str.maketrans("l", "L", "h")), "abc".translate({97: "X", 98: None, 99: 100}), "abc".translate({ord("a"): "long"}), "abc".translate({}), str.maketrans({"a": "1", 98: "2", "c": None}), str.maketrans("ab", "xy", "z"), "日本".translate({0x65e5: "sun"})])
print(["ab" * 3, "ab" * 0, "ab" * -1, 3 * "é", "a" + "b" + "c", "a" "b", "abc"[1], "abc"[-1], "abc"[::-1], "日本語"[1:], "😀ab"[1], len("😀é"), min("hello"), max("hello"), sorted("hello"), list("héllo"), set("a"), "a" in "abc", "" in "", "ab" not in "ba", "b" > "a", "abc" < "abd", "Z" < "a", "" < "a", str("x"), str(5), str(), str(None), "%s" % "é"])
print("abc".isascii(), "ünï".casefold() == "ÜNÏ".casefold(), "a".__len__(), "abc".__contains__("b"), "a".__add__("b"), "a".__mul__(3), "abc".__getitem__(slice(None, None, -1)))
a = "abc"
b = a
a += "d"
a *= 2
print(a, b, a is b)
for ch in "né":
    print(ch, ord(ch), chr(ord(ch) + 1), end=";")
print([chr(c) for c in (65, 955, 0x1F600, 9)], [ord(c) for c in "Aλ😀"], ascii("λ😀\n"), repr("it's \"q\""), "\x41\u03bb\U0001F600\u03bb\101\0")

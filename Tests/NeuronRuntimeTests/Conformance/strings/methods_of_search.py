def attempt(f, *args):
    try:
        return f(*args)
    except (ValueError, TypeError) as e:
        return f"{type(e).__name__}: {e}"
s = "abcabcabc"
bounds = [(), (0,), (2,), (-3,), (0, 5), (2, 6), (-4, -1), (5, 2), (20,), (0, 100), (None, 4), (1, None), (-100, 3)]
for sub in ["a", "abc", "c", "bca", "", "x", "abcabcabcabc", "cab"]:
    for args in bounds:
        print(repr(sub), args, [attempt(f, sub, *args) for f in (s.find, s.rfind, s.index, s.rindex, s.count, s.startswith, s.endswith)])
t = "naïve café 日本語 😀x"
print([t.find(c) for c in ["ï", "é", "日", "😀", "x", "語 "]], t.index("😀"), t.rfind("a"), t.count("é"), t[t.find("日"):], t[-1], t[::-1], len(t), "語" in t, t.split(), t.replace("é", "e"))
print(s.startswith(("x", "ab")), s.startswith(()), s.endswith(("bc", "q")), s.startswith("bc", 1), s.startswith(("bc",), 1, 2), s.endswith("ab", 0, 5), "".startswith(""), "".endswith("", 1), s.startswith("", 9), s.startswith("", 10))
for f in [lambda: s.find(1), lambda: s.index("x"), lambda: s.rindex("x"), lambda: s.count(None), lambda: s.startswith(1), lambda: s.startswith(["a"]), lambda: s.endswith((1,)), lambda: s.find(), lambda: s.find("a", "b"), lambda: s.find("a", 1.5), lambda: 1 in s, lambda: None in s, lambda: s.find("a", 0, 1, 2), lambda: s.replace("a"), lambda: s.replace(1, 2), lambda: s.replace("a", "b", "c"), lambda: s.split(1), lambda: s.split(""), lambda: s.split(None, "a"), lambda: s.partition(""), lambda: s.partition(1), lambda: s.join(5), lambda: s.join([1]), lambda: s.join(["a", None]), lambda: s.strip(1), lambda: s.center(), lambda: s.center("a"), lambda: s.ljust(5, "ab"), lambda: s.ljust(5, ""), lambda: s.ljust(5, 1), lambda: s.zfill("5"), lambda: s.zfill(), lambda: s.splitlines(1, 2), lambda: s.expandtabs("x"), lambda: s.upper(1), lambda: s.translate(), lambda: s.removeprefix(1), lambda: s.removesuffix(), lambda: s.isalpha(1), lambda: s.format_map(), lambda: s.rsplit("a", "b"), lambda: str.maketrans("ab", "c"), lambda: str.maketrans({"ab": 1}), lambda: str.maketrans(1), lambda: s.translate(5)]:
    print(attempt(f))
print("end")

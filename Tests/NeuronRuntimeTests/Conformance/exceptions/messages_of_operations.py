def attempt(f):
    try:
        print("value", f())
    except Exception as e:
        print(type(e).__name__ + ": " + str(e) + " |")
samples = [1, 2.5, "s", [1], (1,), {"k": 1}, {1}, None, True, range(2), len, int]
operators = [("+", lambda a, b: a + b), ("-", lambda a, b: a - b), ("*", lambda a, b: a * b), ("/", lambda a, b: a / b), ("//", lambda a, b: a // b), ("%", lambda a, b: a % b), ("**", lambda a, b: a ** b), ("&", lambda a, b: a & b), ("|", lambda a, b: a | b), ("<<", lambda a, b: a << b), ("@", lambda a, b: a @ b), ("<", lambda a, b: a < b), (">=", lambda a, b: a >= b), ("in", lambda a, b: a in b), ("[]", lambda a, b: a[b])]
for a in samples:
    for b in samples:
        for name, f in operators:
            if isinstance(a, type) and name == "|" or isinstance(b, type) and name == "|" or isinstance(a, type) and name == "[]":
                continue
            if a == "s" and name == "%" and not isinstance(b, int):
                continue
            try:
                f(a, b)
            except Exception as e:
                print(name, type(e).__name__, e)
attempt(lambda: -"s")
attempt(lambda: +[1])
attempt(lambda: ~1.5)
attempt(lambda: not None)
attempt(lambda: "s"())
attempt(lambda: 5 .x)
attempt(lambda: len(len))
print("end")

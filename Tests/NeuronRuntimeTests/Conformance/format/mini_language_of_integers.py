def attempt(v, spec):
    try:
        return format(v, spec)
    except (ValueError, OverflowError) as e:
        return f"{type(e).__name__}: {e}"
for v in [0, 7, -42, 255, 1234567, -10**12, True]:
    for fill in ["", "<", ">", "^", "=", "*<", "*^", "0>", "x="]:
        for sign in ["", "+", " "]:
            print(v, fill + sign, [attempt(v, fill + sign + rest) for rest in ["", "d", "8", "12,", "012", "#x", "#012b", "10_d", "#o", "X", "c" if 0 < v < 1000 and not sign else "n", "12.2f", ".3e", "g", "%"]])
for spec in [",d", "_d", ",x", "_x", "_b", ",b", ",o", "_o", ",n", ",c", ",s", ",,", "__", ",_", "_,", ".2", ".2d", ".d", "s", "q", "5q", "z", "#d", "#c", "+c", "010c", "#.3g", "#.0f", "!5", "5!", " ", "  5", "<<", "<<5", ">>5d", "1000", "0", "00", "05", "-", "-5d", "--5", "+-5", "5-", "5+", "<", "5<", "d5", ",5", "5,", "5_", "=5", "0=5", "=", "*", "**", "e+", "1.5.2f", "99999999999999999999", ".99999999999999999999f", "\n", "é", "é<5", "d ", "{", "}", "😀^9", "a<5x"]:
    print(repr(spec), attempt(1234567, spec) if "9999" in spec or len(attempt(1234567, spec)) < 2000 else len(attempt(1234567, spec)), attempt(-5, spec)[:50])
for v in [2**64, -2**100, 10**30]:
    print([attempt(v, s) for s in ["", ",", "_", "x", "_x", "#X", "b", "o", "e", ".3f", "g", "%", "50", "^60", "050", "+,", "c", "n"]])
print([attempt(c, "c") for c in [65, 0x1F600, 955, 0, 0x110000, -1, 10**30, True]])

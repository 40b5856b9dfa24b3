def attempt(v, spec):
    try:
        return format(v, spec)
    except (ValueError, OverflowError) as e:
        return f"{type(e).__name__}: {e}"
inf, nan = float("inf"), float("nan")
for v in [0.0, -0.0, 1.0, -2.5, 0.1, 3.14159265, 1234567.891, -1e10, 1e16, 1e22, 123e-7, 5e-324, 1.7976931348623157e308, inf, -inf, nan]:
    for kind in ["", "f", "F", "e", "E", "g", "G", "%", "n"]:
        print(v, kind, [attempt(v, s + kind)[:60] for s in ["", ".0", ".1", ".3", ".10", ".20", "+", " ", "12", "<12", "^12", "*>12", "=+12", "012", "+012.2", ",", "_", "015,.2", "#", "#.0", "z", "z.0", "z.1"]])
for spec in ["d", "x", "c", "s", "b", "o", "q", ".", ".f", "f.", "5.", ".2.3f", ",e", ",g", "_%", ",n", "_n", ",.2", "0,", "0=+20,.3f", "z", "+z.1f", "zf", "z+f", "é", "<", "<5<", "10.3", "010.3", "1_0f", "#g", "#.3", "#e", " .2f", "-.2f", "ff", "f5", "%%"]:
    print(repr(spec), [attempt(v, spec) for v in (1234.5, -0.001)])
for v in [0.5, 1.5, 2.5, 0.05, 0.15, 0.25, 1e15 + 0.5, 0.045, 2.675, 1.005, 9.995, 99.5, 999999.5, 0.00001234565, 123456789.5]:
    print(v, [f"{v:.{n}f}" for n in range(5)], [f"{v:.{n}e}" for n in range(4)], [f"{v:.{n}g}" for n in range(8)], f"{v:%}", f"{v:.1%}")

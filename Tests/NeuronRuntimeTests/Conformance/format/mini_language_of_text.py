def attempt(v, spec):
    try:
        return format(v, spec)
    except (ValueError, TypeError) as e:
        return f"{type(e).__name__}: {e}"
for v in ["", "a", "hello", "naïve", "日本語", "😀", "tab\t", "{}"]:
    print([attempt(v, s) for s in ["", "s", "8", "<8", ">8", "^8", "*^9", ".2", ".0", "8.2", "^8.2s", "08", "0<8", "<08", "é>7", "s<6", ".10"]])
for spec in ["d", "=5", "0=5", "+", "+5", " ", " 5", "-", "#", "#5", ",", "_", "5,", ".5d", "x", "c", "%", ".", "5.", "q", "s5", "5s5", "<<5", "{<5", "}>5", "\n<5", "z", "1.2.3", "n", "e", "f"]:
    print(repr(spec), attempt("text", spec))
for v in [None, [1], (1,), {"k": 1}, {1}, range(2), True, False, slice(1), ..., ValueError("e")]:
    print([attempt(v, s) for s in ["", "s", ">10", "5", "d", "x"]])
class F:
    def __format__(self, spec):
        return f"F[{spec}]"
class S:
    def __str__(self):
        return "S-str"
    def __repr__(self):
        return "S-repr"
class Sub(str):
    def __format__(self, spec):
        return "sub:" + super().__format__(spec)
class N(int):
    pass
print(f"{F()} {F():>5} {F():%Y-%m} {S()} {S()!r} {S()!s:>8} {Sub('x'):>3} {N(5):03d} {N(7)}", "{:a}{!r:>9}{:{}}".format(F(), S(), F(), "inner"))
print(attempt(S(), ">5"), attempt(object, "")[:7], attempt(S(), "s"))
width, precision, fill, align, kind = 12, 3, "*", "^", "f"
print(f"{3.14159:{width}.{precision}}|{3.14159:{fill}{align}{width}.{precision}{kind}}|{'x':{fill}<{width}}|{42:{'0'}{width}{'d'}}|{width:{width}}|{'a' 'b':>{2 * 3}}")

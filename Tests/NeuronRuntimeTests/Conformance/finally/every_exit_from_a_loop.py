def f(in_try, in_except, in_finally):
    trace = []
    def run():
        for i in range(3):
            try:
                trace.append(f"t{i}")
                if i == 1:
                    if in_try == "break":
                        break
                    if in_try == "continue":
                        continue
                    if in_try == "return":
                        return "t"
                    if in_try == "raise":
                        raise ValueError(i)
            except ValueError:
                trace.append(f"x{i}")
                if in_except == "break":
                    break
                if in_except == "continue":
                    continue
                if in_except == "return":
                    return "x"
                if in_except == "raise":
                    raise KeyError(i)
            finally:
                trace.append(f"f{i}")
                if i >= 1:
                    if in_finally == "break":
                        break
                    if in_finally == "continue":
                        continue
                    if in_finally == "return":
                        return "f"
                    if in_finally == "raise":
                        raise IndexError(i)
            trace.append(f"e{i}")
        else:
            trace.append("else")
        trace.append("end")
        return "end"
    try:
        return trace, run()
    except LookupError as e:
        return trace, repr(e), repr(e.__context__)
exits = ["pass", "break", "continue", "return", "raise"]
for in_try in exits:
    for in_except in exits:
        for in_finally in exits:
            print(in_try, in_except, in_finally, *f(in_try, in_except, in_finally))

def f(in_try, in_else, in_finally):
    trace = []
    n = 0
    try:
        while n < 3:
            n += 1
            try:
                trace.append(n)
                if n == 2 and in_try == "break":
                    break
                elif n == 2 and in_try == "continue":
                    continue
                elif n == 2 and in_try == "raise":
                    raise ValueError
            except ValueError:
                trace.append("x")
            else:
                trace.append("e")
                if in_else == "break":
                    break
                elif in_else == "continue":
                    continue
                elif in_else == "raise":
                    raise KeyError
            finally:
                trace.append("f")
                if n == 2 and in_finally == "break":
                    break
                elif n == 2 and in_finally == "continue":
                    continue
        else:
            trace.append("while else")
    except KeyError:
        trace.append("outer")
    return trace
for in_try in ["pass", "break", "continue", "raise"]:
    for in_else in ["pass", "break", "continue", "raise"]:
        for in_finally in ["pass", "break", "continue"]:
            print(in_try, in_else, in_finally, f(in_try, in_else, in_finally))

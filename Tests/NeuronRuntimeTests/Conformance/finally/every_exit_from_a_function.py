def f(in_try, in_except, in_else, in_finally):
    trace = []
    def run():
        try:
            trace.append("try")
            if in_try == "return":
                return "try value"
            if in_try == "raise":
                raise ValueError("try")
        except ValueError:
            trace.append("except")
            if in_except == "return":
                return "except value"
            if in_except == "raise":
                raise KeyError("except")
            if in_except == "bare":
                raise
        else:
            trace.append("else")
            if in_else == "return":
                return "else value"
            if in_else == "raise":
                raise IndexError("else")
        finally:
            trace.append("finally")
            if in_finally == "return":
                return "finally value"
            if in_finally == "raise":
                raise RuntimeError("finally")
        trace.append("after")
        return "end"
    try:
        result = run()
    except Exception as e:
        result = (repr(e), repr(e.__context__))
    return trace, result
for in_try in ["pass", "return", "raise"]:
    for in_except in ["pass", "return", "raise", "bare"]:
        for in_else in ["pass", "return", "raise"]:
            for in_finally in ["pass", "return", "raise"]:
                print(in_try, in_except, in_else, in_finally, *f(in_try, in_except, in_else, in_finally))

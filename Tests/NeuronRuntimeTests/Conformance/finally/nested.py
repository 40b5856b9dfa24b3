trace = []
def nested(how):
    try:
        try:
            try:
                trace.append("body")
                if how == "return":
                    return "value"
                if how == "raise":
                    raise ValueError("deep")
            finally:
                trace.append("inner")
        finally:
            trace.append("middle")
            try:
                if how == "inside":
                    raise KeyError("in middle")
            except KeyError:
                trace.append("handled in middle")
            finally:
                trace.append("finally in finally")
    finally:
        trace.append("outer")
    return "end"
for how in ["none", "return", "raise", "inside"]:
    trace.clear()
    try:
        print(how, nested(how), trace)
    except ValueError as e:
        print(how, e, trace)
def loops():
    out = []
    for i in range(3):
        for j in range(3):
            try:
                if j == 1:
                    continue
                if i == 1:
                    break
                out.append((i, j))
            finally:
                out.append(f"f{i}{j}")
        else:
            out.append("inner else")
            continue
        out.append("inner broken")
    return out
print(loops())
def continue_through_two():
    out = []
    for i in range(3):
        try:
            try:
                if i == 1:
                    continue
                out.append(i)
            finally:
                out.append("a")
        finally:
            out.append("b")
    return out
print(continue_through_two())
def return_through_loops():
    out = []
    def go():
        for i in range(3):
            try:
                for j in range(3):
                    try:
                        if i == j == 1:
                            return "found"
                    finally:
                        out.append((i, j))
            finally:
                out.append(i)
        return "not found"
    return go(), out
print(return_through_loops())
def last_exception_wins():
    try:
        try:
            raise ValueError(1)
        finally:
            raise KeyError(2)
    finally:
        raise IndexError(3)
try:
    last_exception_wins()
except IndexError as e:
    print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
def swallowed():
    for i in range(2):
        try:
            raise ValueError("lost")
        finally:
            if i == 0:
                continue
            break
    return "swallowed"
print(swallowed())
def swallowed_by_return():
    try:
        raise ValueError("lost")
    finally:
        return "returned"
print(swallowed_by_return())

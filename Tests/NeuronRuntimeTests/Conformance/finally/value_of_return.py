def before():
    x = 1
    try:
        return x
    finally:
        x = 2
def mutable():
    x = [1]
    try:
        return x
    finally:
        x.append(2)
def replaced():
    x = "try"
    try:
        return x
    finally:
        x = "finally"
        return x
def evaluated_once():
    log = []
    def value():
        log.append("evaluated")
        return log
    try:
        return value()
    finally:
        log.append("finally")
def nested():
    try:
        try:
            return "inner"
        finally:
            print("first")
    finally:
        print("second")
def none():
    try:
        return
    finally:
        print("cleanup")
def raises_in_return():
    try:
        return 1 / 0
    except ZeroDivisionError:
        return "handled"
    finally:
        print("done")
def many():
    for i in range(5):
        try:
            if i == 3:
                return i, "from the loop"
        finally:
            i *= 100
            print(i, end=" ")
def in_with_lambda():
    fs = []
    for i in range(3):
        try:
            fs.append(lambda i=i: i)
        finally:
            fs.append(lambda: i)
    return [f() for f in fs]
print(before(), mutable(), replaced(), evaluated_once(), nested(), none(), raises_in_return(), many(), in_with_lambda())
def finally_return_of_loop():
    for i in [1, 2, 3]:
        try:
            continue
        finally:
            if i == 2:
                return i
print(finally_return_of_loop())
def conditional(flag):
    try:
        if flag:
            return "early"
    finally:
        flag = None
    return flag
print(conditional(True), conditional(False))
def many_names():
    a = b = c = 1
    try:
        a = 2
        b = 1 // 0
        c = 2
    except ZeroDivisionError:
        c = 3
    finally:
        d = a + b + c
    return a, b, c, d
print(many_names())

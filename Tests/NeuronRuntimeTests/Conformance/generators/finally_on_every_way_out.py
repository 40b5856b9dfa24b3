def f(way):
    for i in range(3):
        try:
            if i == 1:
                if way == "break":
                    break
                if way == "continue":
                    continue
                if way == "return":
                    return "early"
                if way == "raise":
                    raise KeyError(way)
            got = yield i
            if got:
                print("got", got)
        finally:
            print("finally", i, way)
            cleaned = yield "in finally"
            print("cleaned", cleaned)
    else:
        print("else")
    return "late"


def drive(way):
    g = f(way)
    print(next(g))
    try:
        while True:
            print(g.send("x"))
    except StopIteration as stop:
        print("stop", stop.value)
    except KeyError as error:
        print("error", error)


for way in ["none", "break", "continue", "return", "raise"]:
    drive(way)

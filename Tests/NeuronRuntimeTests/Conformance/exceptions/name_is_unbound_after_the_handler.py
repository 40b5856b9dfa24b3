e = "outer"
try:
    raise ValueError("x")
except ValueError as e:
    print(type(e).__name__)
try:
    print(e)
except NameError as error:
    print(error)
def f():
    err = "before"
    try:
        1 / 0
    except ZeroDivisionError as err:
        pass
    return err
try:
    f()
except UnboundLocalError as error:
    print(type(error).__name__, error)
def g():
    try:
        1 / 0
    except ZeroDivisionError as err:
        err = "rebound"
        print(err)
    try:
        return err
    except UnboundLocalError as again:
        return str(again)
print(g())
def h():
    try:
        1 / 0
    except ZeroDivisionError as err:
        del err
    return "fine"
print(h())
def kept():
    saved = None
    try:
        1 / 0
    except ZeroDivisionError as err:
        saved = err
    return saved
print(repr(kept()))
def loop():
    for i in range(3):
        try:
            if i == 1:
                raise ValueError(i)
        except ValueError as err:
            continue
        try:
            err
        except UnboundLocalError:
            print(i, "unbound")
loop()
def returns():
    try:
        raise KeyError("k")
    except KeyError as err:
        return lambda: err
try:
    returns()()
except NameError as error:
    print(error)

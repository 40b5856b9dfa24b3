def f(n):
    try:
        print("try", n)
        if n == 1:
            raise ValueError("one")
        if n == 2:
            raise KeyError("two")
    except ValueError as e:
        print("handler", e)
        raise RuntimeError("from the handler")
    except RuntimeError:
        print("never: siblings do not catch")
    else:
        print("else")
        raise IndexError("from else")
    finally:
        print("finally", n)
for n in range(4):
    try:
        f(n)
    except Exception as e:
        print("out:", repr(e), repr(e.__context__))
def lookup(table, key):
    try:
        value = table[key]
    except KeyError:
        value = "default"
    except TypeError as e:
        value = f"bad key: {e}"
    else:
        value *= 2
    return value
print(lookup({1: 5}, 1), lookup({}, 1), lookup({}, []), lookup([4], 0))
def parse(items):
    good, bad = [], []
    for item in items:
        try:
            good.append(int(item))
        except ValueError as e:
            bad.append(str(e))
        except TypeError as e:
            bad.append(str(e))
    return good, bad
print(parse(["1", "x", None, "3 ", [], 4.7, True, "1_0", ""]))
def depth(n):
    try:
        if n == 0:
            raise ValueError("bottom")
        depth(n - 1)
    except ValueError as e:
        e.args += (n,)
        raise
try:
    depth(5)
except ValueError as e:
    print(e.args)
def retry(times):
    attempts = []
    while True:
        try:
            attempts.append(len(attempts))
            if len(attempts) < times:
                raise ConnectionError("not yet")
            return attempts
        except ConnectionError:
            continue
print(retry(4))
try:
    try:
        raise ValueError("inner")
    except KeyError:
        print("no")
except ValueError as e:
    print("outer", e)
try:
    def inner():
        raise TypeError("def in try")
    inner()
except TypeError as e:
    print(e)
x = [1, 2, 3]
try:
    x[0], x[10], x[1] = 9, 9, 9
except IndexError as e:
    print(x, e)
try:
    a, b = 1, undefined_thing
except NameError as e:
    print(e)

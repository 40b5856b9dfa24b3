def show(e, indent=0):
    pad = "  " * indent
    print(pad + repr(e), "suppress" if e.__suppress_context__ else "")
    if e.__cause__ is not None:
        print(pad + "cause:")
        show(e.__cause__, indent + 1)
    if e.__context__ is not None:
        print(pad + "context:")
        show(e.__context__, indent + 1)
def one():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("while handling")
def two():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("because") from e
def three():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("hidden") from None
def four():
    try:
        one()
    except ValueError as e:
        raise KeyError("third") from e
def five():
    try:
        raise ValueError("a")
    finally:
        raise KeyError("b")
def six():
    try:
        raise ValueError("a")
    except ValueError as e:
        try:
            raise KeyError("b") from e
        except KeyError as k:
            raise k
def seven():
    try:
        raise ValueError("a")
    except ValueError:
        try:
            raise KeyError("inner")
        except KeyError:
            pass
        raise IndexError("after")
def eight():
    saved = ValueError("saved")
    try:
        raise saved
    except ValueError:
        raise saved
def nine():
    try:
        raise ValueError("a")
    except ValueError:
        pass
    raise KeyError("no context")
def ten():
    for i in range(3):
        try:
            try:
                raise ValueError(i)
            except ValueError:
                raise KeyError(i)
        except KeyError as e:
            last = e
    raise last
for f in [one, two, three, four, five, six, seven, eight, nine, ten]:
    try:
        f()
    except Exception as e:
        print(f.__name__)
        show(e)
e = ValueError("manual")
e.__cause__ = KeyError("c")
print(e.__suppress_context__, repr(e.__cause__))
e.__suppress_context__ = False
e.__context__ = IndexError("i")
show(e)
for name in ["__cause__", "__context__"]:
    try:
        setattr(e, name, 5)
    except TypeError as error:
        print(error)
e.__cause__ = None
print(e.__cause__)

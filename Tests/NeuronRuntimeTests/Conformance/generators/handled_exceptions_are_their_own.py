def f():
    try:
        raise ValueError("inside")
    except ValueError:
        yield 1
        try:
            raise
        except ValueError as error:
            print("again", error)
        yield 2
    try:
        raise KeyError("later")
    except KeyError as error:
        print("context", repr(error.__context__))
    yield 3
    raise TypeError("end")


g = f()
print(next(g))
try:
    raise
except RuntimeError as error:
    print(error)
try:
    1 // 0
except ZeroDivisionError as outer:
    print(next(g))
    try:
        raise
    except ZeroDivisionError as error:
        print("still", error, error is outer)
    print(next(g))
try:
    raise IndexError("around")
except IndexError:
    try:
        next(g)
    except TypeError as error:
        print(error, repr(error.__context__))


def plain():
    yield 1
    try:
        raise ValueError("in plain")
    except ValueError as error:
        yield repr(error.__context__)
        try:
            raise KeyError("second")
        except KeyError as second:
            yield repr(second.__context__)


p = plain()
next(p)
try:
    raise OverflowError("first resumer")
except OverflowError:
    print(next(p))
try:
    raise IndexError("second resumer")
except IndexError:
    print(next(p))
print(list(p))

def stop_inside():
    yield 1
    raise StopIteration("inside")
def next_inside():
    yield next(iter([]))
for f in [stop_inside, next_inside]:
    try:
        print(list(f()))
    except RuntimeError as e:
        print(e, repr(e.__cause__), repr(e.__context__))
try:
    print(list(next(iter([])) for _ in range(2)))
except RuntimeError as e:
    print(e)
def itself():
    yield next(g)
g = itself()
try:
    next(g)
except ValueError as e:
    print(e)
print(list(g))
def fails():
    yield 1
    1 / 0
    yield 2
f = fails()
print(next(f))
for _ in range(2):
    try:
        print(next(f))
    except ZeroDivisionError as e:
        print("ZeroDivisionError", e)
    except StopIteration:
        print("finished")
def consumer():
    for x in fails():
        yield x
try:
    print(list(consumer()))
except ZeroDivisionError as e:
    print("through", e)
def gen():
    yield
for h in [lambda: len(gen()), lambda: gen()[0], lambda: gen()(), lambda: gen() + gen(), lambda: gen().nope, lambda: gen(1), lambda: reversed(gen()), lambda: gen() < gen(), lambda: [1, 2] + gen(), lambda: gen().send(), lambda: gen().throw()]:
    try:
        print(h())
    except (TypeError, AttributeError) as e:
        print(e)
print(gen() == gen(), bool(gen()))
def handles_outside():
    try:
        yield 1
    except Exception as e:
        print("never", e)
g = handles_outside()
try:
    next(g)
    raise ValueError("outside")
except ValueError as e:
    print("handled here", e)
print(next(g, "end"))
def context():
    try:
        raise ValueError("in generator")
    except ValueError:
        yield 1
        raise KeyError("later")
g = context()
next(g)
try:
    raise IndexError("caller")
except IndexError:
    try:
        next(g)
    except KeyError as e:
        print(repr(e.__context__), repr(e.__context__.__context__))
def unwinding():
    for i in range(3):
        try:
            yield i
        finally:
            print("leave", i)
for i in unwinding():
    if i == 2:
        print("last")
print("done")

def f(log):
    try:
        for i in range(3):
            yield 10 // (1 - i)
    except ZeroDivisionError as error:
        log.append("inside")
        raise ValueError("outer") from error
    finally:
        log.append("finally")


log = []
for drive in (list, sum, max, tuple, sorted, all, lambda g: [x for x in g], lambda g: dict.fromkeys(g)):
    try:
        print(drive(f(log)))
    except ValueError as error:
        print(error, repr(error.__cause__))
print(log)


def consumer(source):
    try:
        for x in source:
            print("have", x)
    except ValueError as error:
        print("loop caught", error)
    print("after", next(source, "ended"))


consumer(f([]))


def around(source):
    try:
        yield from source
    except ValueError as error:
        yield "around " + str(error)


print(list(around(f([]))))
for x in (10 // y for y in (5, 0)):
    print(x)

def f():
    try:
        yield 1
        yield 2
    finally:
        print("finally")


def first(suffix):
    for x in f():
        return [x, suffix + str(x), {"key": [x]}]


result = first("text")
junk = [[i, str(i) * 3] for i in range(2000)]
print(result, len(junk))


def pair():
    for x in f():
        for y in f():
            while True:
                return str(x) + str(y), [x, y]


result = pair()
junk = [[i, str(i) * 3] for i in range(2000)]
print(result, len(junk))

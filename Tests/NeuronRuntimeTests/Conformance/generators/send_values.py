def averager():
    total = 0
    count = 0
    mean = None
    while True:
        x = yield mean
        total += x
        count += 1
        mean = total / count


a = averager()
print(next(a))
for x in (10, 20, 60):
    print(a.send(x))


def echo():
    said = []
    while len(said) < 4:
        got = yield len(said)
        said.append(got)
    print(said)


e = echo()
print(e.send(None), e.send("a"), next(e), e.send([1]), end=" ")
print(next(e, "done"))

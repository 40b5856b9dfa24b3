def make():
    count = 0

    def step():
        nonlocal count
        count += 1
        yield count
        count += 10
        yield count

    return step, lambda: count


step, read = make()
a = step()
b = step()
print(next(a), read())
print(next(b), read())
print(next(a), next(b), read())


def counters():
    for i in range(3):
        yield lambda: i


fs = list(counters())
print([f() for f in fs])
print([f() for f in counters()])


def scale(k):
    for x in range(3):
        yield x * k
        k += 1


print(list(scale(2)), list(scale(k=5)))

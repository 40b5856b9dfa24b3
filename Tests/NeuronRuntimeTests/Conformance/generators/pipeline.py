def numbers():
    n = 0
    while True:
        n += 1
        print("make", n)
        yield n


def even(values):
    for value in values:
        print("test", value)
        if value % 2 == 0:
            yield value


def squared(values):
    for value in values:
        print("square", value)
        yield value * value


def take(count, values):
    if count == 0:
        return
    for value in values:
        yield value
        count -= 1
        if count == 0:
            return


for value in take(2, squared(even(numbers()))):
    print("have", value)
print(sum(take(3, squared(even(numbers())))))

# Calls of global names whose arguments are local variables: what is called, and what goes wrong.


def add(a, b):
    return a + b


def three(a, b, c):
    return [a, b, c]


def none():
    return "nothing"


def caller(x, y):
    z = x * 2
    return add(x, y), add(y, x), three(x, y, z), three(z, z, z), none(), len(z), str(y)


print(caller("ab", "cd"))


def numbers(x, y):
    return abs(x), divmod(x, y), max(x, y), add(x, y), pow(x, y), float(x), list(range(y))


print(numbers(-7, 2))


def rebinding(x):
    global add
    before = add(x, x)
    old = add
    add = lambda a, b: (a, b)
    after = add(x, x)
    add = old
    return before, after, add(x, x)


print(rebinding(4))


class Pair:
    def __init__(self, a, b):
        self.both = a, b

    def __call__(self, c):
        return self.both + (c,)


def make(a, b):
    pair = Pair(a, b)
    return pair(a), Pair(b, a).both


print(make(1, 2))


def generate(a, b):
    yield a
    yield b


def collect(a, b):
    return list(generate(a, b)), [add(a, b) for _ in range(2)]


print(collect(1, 2))


def default(a, b=5, *rest, **named):
    return a, b, rest, named


def with_defaults(x, y, z):
    return default(x), default(x, y), default(x, y, z)


print(with_defaults(1, 2, 3))


def captured(x):
    def inner():
        return add(x, x)

    x += 1
    return inner(), add(x, x)


print(captured(3))

number = 5


def wrong(which, x):
    if which == 0:
        return missing(x)
    if which == 1:
        return add(x)
    if which == 2:
        return none(x)
    if which == 3:
        return number(x)
    if which == 4:
        return add(x, unset)
    if which == 5:
        return missing(unset)
    if which == 6:
        return add(x, which)
    if which > 100:
        unset = 1


for which in range(7):
    try:
        wrong(which, "x")
    except (NameError, TypeError) as error:
        print(type(error).__name__, error)
wrong(0, "x")

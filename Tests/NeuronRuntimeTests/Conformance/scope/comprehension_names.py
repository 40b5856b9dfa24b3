# A comprehension has names of its own, and takes the others from outside.
x = "outer"
print([x for x in range(3)], x)
print({x: y for x, y in zip("ab", "cd")}, {x for x in (1, 1)}, x)


def f(items, scale):
    i = "kept"
    doubled = [i * scale for i in items]
    nested = [[i * j for j in range(i)] for i in items if i > 1]
    both = [(i, j) for i in items for j in range(i) if (i + j) % 2]
    return i, doubled, nested, both


print(f([1, 2, 3], 10))


def unbound_free():
    values = [later for _ in range(1)]
    later = 1
    return values


def unbound_in_inner():
    return [[inner for inner in [inner]] for outer in [1]]


def unbound_own():
    return [b for a in [1] for c in [b] for b in [2]]


def unbound_outer_variable():
    return [[k for k in [1] if second] for first in [1] for second in [second]]


for g in unbound_free, unbound_in_inner, unbound_own, unbound_outer_variable:
    try:
        print(g())
    except NameError as e:
        print(type(e).__name__, e)


def closures():
    n = 3
    made = [lambda: k for k in range(n)]
    kept = [(lambda v=k: v * n) for k in range(n)]
    return [h() for h in made], [h() for h in kept]


print(closures())


def walrus(items):
    found = [last := item * 2 for item in items if (seen := item) > 1]
    return found, last, seen


print(walrus([1, 2, 3]))


class C:
    size = 2
    rows = [0 for _ in range(size)]
    try:
        bad = [size for _ in range(1)]
    except NameError as e:
        message = str(e)

    def method(self):
        return [self.size * k for k in range(self.size)] + [__class__.__name__ for _ in "a"]


print(C.rows, C.message, C().method())


def generator(n):
    total = 0
    while True:
        total += sum([k * n for k in range(3)])
        received = yield [total for _ in range(2)]
        if received:
            n = received


g = generator(1)
print(next(g), g.send(10), next(g))


def deleted():
    d = 1
    first = [d for _ in "a"]
    del d
    try:
        return first, [d for _ in "a"]
    except NameError as e:
        return first, type(e).__name__, str(e)


print(deleted())
def caught():
    results = []
    for k in [2, 0, 1]:
        try:
            results += [6 // v for v in [3, k]]
        except ZeroDivisionError:
            results.append("none")
        finally:
            results.append([k for k in "f"])
    return results, k
print(caught())
def recursive(n):
    return [n] if n == 0 else [n] + [v for part in [recursive(n - 1)] for v in part]
print(recursive(20))
global_list = [1, 2]
def with_global():
    global y
    y = [y for y in global_list]
    return y
print(with_global(), y)

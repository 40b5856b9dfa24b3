def down(n):
    if n:
        yield n
        yield from down(n - 1)


print(sum(down(150)), len(list(down(150))))


def up(n):
    if n:
        for x in up(n - 1):
            yield x
    yield n


print(list(up(100))[-3:])


def sieve(values):
    first = next(values, None)
    if first is not None:
        yield first
        yield from sieve(x for x in values if x % first)


print(list(sieve(iter(range(2, 60)))))

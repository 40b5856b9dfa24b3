# Generators: pipelines, generator expressions, recursion with `yield from`.


def count_up(n):
    i = 0
    while i < n:
        yield i
        i += 1


def squares(numbers):
    for x in numbers:
        yield x * x


def odd(numbers):
    for x in numbers:
        if x % 2 == 1:
            yield x


total = 0
for x in odd(squares(count_up(1500000))):
    total += x
print(total)

print(sum(x * 2 for x in range(1500000)))
print(any(x > 300000 for x in count_up(400000)))


def tree(depth):
    if depth == 0:
        return None
    return (tree(depth - 1), depth, tree(depth - 1))


def walk(node):
    if node is not None:
        left, value, right = node
        yield from walk(left)
        yield value
        yield from walk(right)


print(sum(walk(tree(15))))


def batches(items, size):
    for i in range(0, len(items), size):
        yield items[i : i + size]


print(max(sum(batch) for batch in batches(list(range(300000)), 32)))

def insert(tree, value):
    if tree is None:
        return [None, value, None]
    side = 0 if value < tree[1] else 2
    tree[side] = insert(tree[side], value)
    return tree


def walk(tree):
    if tree is not None:
        yield from walk(tree[0])
        yield tree[1]
        yield from walk(tree[2])


def depths(tree, depth=0):
    if tree is None:
        return 0
    left = yield from depths(tree[0], depth + 1)
    yield tree[1], depth
    right = yield from depths(tree[2], depth + 1)
    return left + right + 1


tree = None
for value in [50, 30, 70, 20, 40, 60, 80, 35, 45]:
    tree = insert(tree, value)
print(list(walk(tree)))
print(sum(walk(tree)), max(walk(tree)), 45 in walk(tree), 46 in walk(tree))
for value, depth in depths(tree):
    print("  " * depth, value)

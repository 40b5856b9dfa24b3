def chain(*parts):
    for part in parts:
        yield from part


print(list(chain([1, 2], (3,), "ab", range(2), {"k": 1}, chain("xy"))))


def flatten(items):
    for item in items:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, [3, [4, []]], 5], [[6]]])))
print(list(chain(map(str, [1]), zip("a", "b"), enumerate("c"), filter(None, [0, 1]))))
print(list(chain(5)))

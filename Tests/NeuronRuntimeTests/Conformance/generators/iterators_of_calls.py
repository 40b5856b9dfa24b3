items = [3, 1, 4, 1, 5]
print(list(iter(items.pop, 4)))
print(items)
state = [0]


def step():
    state[0] += 1
    return state[0]


for x in iter(step, 4):
    print(x)
it = iter(step, 7)
print(next(it), next(it), next(it, "end"), next(it, "end"))
print(sum(iter(step, 12)))


def halting():
    raise StopIteration


print(list(iter(halting, 1)), list(map(lambda x: next(iter([])), [1, 2])))

def show(x):
    print("show", x)
    return x


g = (show(x) for x in [1, 2, 3])
print("made")
print(next(g))
print(any(show(x) > 1 for x in [1, 2, 3]))
print(all(show(x) > 1 for x in [1, 2, 3]))
print(next(show(x) for x in [7, 8]))
print(sum(show(x) for x in [4, 5]))
print(2 in (show(x) for x in [1, 2, 3]))
a, b = (show(x) for x in "ab")
print(list(g), list(g))

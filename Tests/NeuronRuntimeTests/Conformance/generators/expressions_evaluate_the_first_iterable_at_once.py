def source(name):
    print("source", name)
    return [1, 2]


g = ((x, y) for x in source("outer") for y in source("inner"))
print("made")
print(list(g))
items = [1, 2, 3]
g = (x * k for x in items if x > 1)
items = [100]
k = 5
print(list(g))
k = 7
g = (x * k for x in [1, 2])
print(next(g))
k = 9
print(next(g))
h = (x for x in 5)

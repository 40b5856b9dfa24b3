# Generators that are closed because nothing refers to them any more.
def g(n):
    try:
        yield 1
        yield 2
    finally:
        print("fin", n)


it = g(1)
next(it)
del it
print("after 1")


def outer():
    for v in g(3):
        yield v


for v in outer():
    break
print("after 3")
for i, v in enumerate(g(5)):
    break
print("after 5")


def first(n):
    for v in map(str, g(n)):
        return v


print(first(6))

def noisy(name):
    print("begin", name)
    yield 1
    print("middle", name)
    yield 2
    print("end", name)


a = noisy("a")
b = noisy("b")
print("made")
print(next(b))
print(next(a))
print(next(b))
print(next(b, "over"))
print(next(b, "still over"))
print(next(a))

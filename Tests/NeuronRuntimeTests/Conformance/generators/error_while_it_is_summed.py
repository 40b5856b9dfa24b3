def f():
    for x in (1, "a", 2):
        print("yield", x)
        yield x


print(sum(f()))

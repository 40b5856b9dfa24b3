def f():
    for x in g:
        yield x


g = f()
print(list(g))

def f():
    return later()
def later():
    return 5
print(f())

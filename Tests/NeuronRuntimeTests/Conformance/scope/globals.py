x = 1
def read():
    return x
def write():
    global x
    x = 2
def local():
    x = 3
    return x
print(read(), local(), x)
write()
print(read(), x)
def make():
    global fresh
    fresh = "new"
make()
print(fresh)

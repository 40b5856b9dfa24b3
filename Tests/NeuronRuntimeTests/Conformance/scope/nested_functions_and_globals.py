v = "global"
def outer():
    v = "outer"
    def inner():
        global v
        v = "changed"
        return v
    return inner(), v
print(outer(), v)

def a():
    pass
def b():
    return
def c():
    return 1, 2
def d(x):
    if x:
        return "yes"
def e():
    return (yield_ := 5)
print(a(), b(), c(), d(1), d(0), e())

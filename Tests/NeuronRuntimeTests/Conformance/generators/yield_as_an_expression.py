def f():
    x = 10 * (yield 1) + (yield 2)
    print("x", x)
    y = [(yield 3), (yield 4)]
    print("y", y)
    print("sum", sum([(yield 5), (yield 6)]), (yield))
    z = yield
    print("z", z, "t", (yield z,))
    if (yield "if"):
        print("yes")
    else:
        print("no")
    a = b = yield "both"
    print(a, b)
    c = {(yield "key"): (yield "value")}
    print(c)
    c[(yield "index")] = yield "right"
    print(c)
    return (yield "last")


g = f()
print(next(g))
for sent in range(2, 30):
    got = g.send(sent)
    print("got", got)
    if got == "last":
        break
print(next(g, "end"))

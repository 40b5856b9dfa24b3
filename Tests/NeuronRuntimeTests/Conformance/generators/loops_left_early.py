def g(n):
    try:
        for i in range(n):
            yield i
    finally:
        print("closed", n)
for x in g(5):
    if x == 2: break
print("after")
def f():
    for x in g(3):
        return x
print(f())
h = g(4)
for x in h:
    if x == 1: break
print("kept", next(h))
h.close()
class C:
    def __enter__(self): print("in"); return self
    def __exit__(self, *a): print("out", a[0]); return False
def w():
    with C():
        yield 1
        yield 2
def d():
    yield from w()
for v in d():
    print(v)
    break
for a in g(2):
    for b in g(3):
        if b: break
    print(a, b)
def nested():
    for a in g(2):
        for b in g(3):
            try:
                if b: return a
            finally: print("fin")
print(nested())
for x in g(2):
    continue
for i in range(3):
    for y in g(i):
        if y == 1: break
    else:
        print("else", i)

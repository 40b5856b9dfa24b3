def counter():
    n = 0
    def step(by=1):
        nonlocal n
        n += by
        return n
    def get():
        return n
    return step, get
step, get = counter()
step2, get2 = counter()
print(step(), step(5), get(), step2(), get2(), get())

def f(a=[i for i in range(3)]):
    return a
print(f(), (lambda n: [i * n for i in range(3)])(2))

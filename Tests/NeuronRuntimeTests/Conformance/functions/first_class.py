def twice(f, x):
    return f(f(x))
def compose(*fs):
    def run(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return run
print(twice(lambda x: x * 3, 2), compose(str, abs, int)("-5"), (lambda: 5)(), (lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4), [f(2) for f in [lambda x: x + 1, lambda x: x * 10]])
ops = {"add": lambda a, b: a + b, "mul": lambda a, b: a * b}
print(ops["add"](2, 3), ops["mul"](2, 3), callable(ops["add"]), callable(5), twice.__name__)

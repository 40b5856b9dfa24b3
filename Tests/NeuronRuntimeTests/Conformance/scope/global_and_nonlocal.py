x = 1
def read():
    return x
def write():
    global x
    x = x + 1
def local():
    x = 100
    return x
def inner_global():
    x = "enclosing"
    def f():
        global x
        x = "set globally"
        return x
    return f(), x
write()
print(read(), local(), x, inner_global(), x)
def new():
    global fresh_name
    fresh_name = "made in a function"
try:
    fresh_name
except NameError as e:
    print(e)
new()
print(fresh_name)
def chain():
    a = 1
    def f():
        b = 2
        def g():
            nonlocal a, b
            a, b = b, a
            return a, b
        return g() + (a, b)
    return f() + (a,)
print(chain())
def deleting():
    global fresh_name
    del fresh_name
deleting()
try:
    print(fresh_name)
except NameError as e:
    print(e)
def unbound():
    try:
        print(value)
    except UnboundLocalError as e:
        print(e)
    value = 1
    return value
print(unbound())
def augmented():
    try:
        x += 1
    except UnboundLocalError as e:
        return str(e)
print(augmented())
def loop_name():
    for i in range(3):
        pass
    return i
print(loop_name())
def class_scope():
    y = "function"
    class A:
        y = "class"
        def get(self):
            return y
        z = [y for _ in range(1)]
        w = y
    return A().get(), A.z, A.w
print(class_scope())
def parameters(a, b=2):
    def f():
        nonlocal b
        b += a
        return b
    return f(), f(), b
print(parameters(5))
def imports():
    import math as m
    from math import floor as fl
    return m.pi > 3, fl(2.7)
print(imports())
def functions():
    def helper():
        return "inner helper"
    return helper()
def helper():
    return "global helper"
print(functions(), helper())
len_backup = len
def builtin_shadow():
    len = lambda v: "shadowed"
    return len([1])
print(builtin_shadow(), len([1]))
for sum in [1]:
    pass
print(sum)
del sum
print(sum([1, 2]))
def comprehension_names():
    i = "kept"
    squares = [i * i for i in range(3)]
    pairs = {i: j for i in range(2) for j in range(2)}
    return i, squares, pairs
print(comprehension_names())
def walrus_scope():
    result = [last := n for n in range(4)]
    return last, result
print(walrus_scope())
def with_and_for_names():
    try:
        for k, (a, *b) in [(1, (2, 3, 4))]:
            pass
        return k, a, b
    finally:
        c = 5
        c
print(with_and_for_names())
def default_is_late():
    return later_defined()
def later_defined():
    return "found at the call"
print(default_is_late())
print([f.__name__ for f in (read, chain, later_defined)], __name__)

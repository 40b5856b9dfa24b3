calls = []
def logged(f):
    def wrapper(*args, **kwargs):
        calls.append(f.__name__)
        return f(*args, **kwargs)
    return wrapper
def repeat(n):
    def decorate(f):
        def wrapper(*args):
            return [f(*args) for _ in range(n)]
        return wrapper
    return decorate
@logged
def add(a, b=1):
    return a + b
@logged
@repeat(3)
def hello(name):
    return "hi " + name
print(add(1), add(1, b=5), hello("x"), calls)

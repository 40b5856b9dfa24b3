class Adds:
    def __init__(self, name):
        self.name = name
    def __radd__(self, other):
        return f"{other!r} + {self.name}"
    def __rmul__(self, other):
        return f"{other!r} * {self.name}"
    def __rmod__(self, other):
        return f"{other!r} % {self.name}"
a = Adds("a")
for left in [[], (), "", [1, 2], (3,), "text"]:
    try:
        print(left + a)
    except TypeError as error:
        print(error)
    try:
        print(left * a)
    except TypeError as error:
        print(error)
print([1] % a, (1,) % a)

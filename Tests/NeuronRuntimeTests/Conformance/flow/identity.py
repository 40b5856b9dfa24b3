a = [1]
print(a is a, a is [1], None is None, None is not None, a is not a, True is True, not None is None)

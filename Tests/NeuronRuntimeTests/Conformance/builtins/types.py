for v in [1, 1.5, "a", True, None, [], (), {}, range(1), print, len, lambda: 0, 10**30, ..., type, int, {}.keys(), [].append, slice(1)]:
    print(type(v))
print(type(1) == int, type(1) is int, type("") == str, type(True) is bool, type(1.0) != int, int, str, type(None), isinstance(1, (str, int)), isinstance("a", str), isinstance(None, type(None)), isinstance(1.0, float), type(int), type(ValueError("x")), isinstance(ValueError(), Exception), type(1).__name__, type("a").__name__)

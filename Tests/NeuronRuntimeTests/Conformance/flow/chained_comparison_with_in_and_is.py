a = [1, 2]
print(1 in a in [a, 5], 1 < 2 in a, None is None is None, 1 == 1 in [1], a is not None is not 5 if False else True, 1 < 3 > 2 != 4, not 1 in a, 1 not in a)

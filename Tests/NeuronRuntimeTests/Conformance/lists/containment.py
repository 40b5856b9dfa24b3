a = [1, "a", [2], None, 3.5]
print(1 in a, 1.0 in a, "a" in a, [2] in a, None in a, 2 in a, 3.5 in a, True in a, "b" not in a)

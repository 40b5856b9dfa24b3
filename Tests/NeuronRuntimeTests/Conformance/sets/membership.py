s = {1, "a", (2, 3), None, frozenset([4])}
print(1 in s, 1.0 in s, True in s, "a" in s, (2, 3) in s, None in s, 5 not in s)
print({4} in s, {5} in s, frozenset([4]) in s)
s.remove({4})
s.discard({5})
print(len(s))

print(slice(1, None, 2).indices(10), slice(None, None, -1).indices(5), slice(-3, 100).indices(4), slice(5, 1).indices(3))
s = slice(1, 5, 2)
print(s, s.start, s.stop, s.step, s == slice(1, 5, 2), [0, 1, 2, 3, 4, 5][s])

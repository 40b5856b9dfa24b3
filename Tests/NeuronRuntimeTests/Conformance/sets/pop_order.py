s = {3, 17, 33, 65, 2, 1}
while s:
    x = s.pop()
    print(x, s)
    if x == 33:
        s.add(34)
        s.add(0)

s = "abcdefgh"
for a in [None, 0, 2, -3, 20, -20]:
    for b in [None, 5, -1, 100, -100]:
        for c in [None, 2, -1, -3]:
            print(s[a:b:c], end=" ")
    print()
print("héllo€"[::-1], "héllo€"[1:4], "x"[5:], ""[::-1])

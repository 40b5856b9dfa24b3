for i in range(3):
    if i == 5:
        break
else:
    print("no break")
for i in range(3):
    if i == 1:
        break
else:
    print("not printed")
for i in []:
    pass
else:
    print("empty")
for i in range(3):
    for j in range(3):
        if j == 1:
            break
        if i == 1:
            continue
        print(i, j)
    else:
        print("inner else")

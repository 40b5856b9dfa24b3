r = range(10**18)
print(len(r), r[10**17], 10**17 in r, r[-1], r[::10**17], 10**18 in r, -1 in r)
for i in r:
    if i == 3:
        break
    print(i)

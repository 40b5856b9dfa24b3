n = 3
while n:
    n -= 1
else:
    print("done", n)
while True:
    n += 1
    if n == 2:
        continue
    if n > 3:
        break
else:
    print("not printed")
print(n)

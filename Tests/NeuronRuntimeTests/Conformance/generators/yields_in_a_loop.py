def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


for x in count(4):
    print(x)
for x in count(0):
    print("never", x)
else:
    print("no values")
for x in count(2):
    for y in count(x + 1):
        print(x, y)
total = 0
for x in count(1000):
    total += x
print(total)

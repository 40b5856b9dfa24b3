def trace(n):
    out = []
    for i in range(n):
        if i == 1:
            continue
        j = 0
        while True:
            j += 1
            if j > i:
                break
            if j == 2:
                continue
            out.append((i, j))
        else:
            out.append("never")
        if i == 4:
            break
    else:
        out.append("no break")
    return out
print(trace(3), trace(7), trace(0))
n = 10
while n:
    n -= 3
    if n < 0:
        print("below")
        break
else:
    print("exactly zero")
n = 9
while n:
    n -= 3
else:
    print("exactly zero")
for x in []:
    print("never")
else:
    print("empty else")
for i in range(3):
    for j in range(3):
        if j == i:
            break
    else:
        print("inner never")
        continue
    if i == 2:
        print("outer break", i, j)
        break
i = 0
while i < 3: i += 1
print(i)
if i: print("one line")
elif i > 1: print("no")
else: print("no")
for c in "ab": print(c, end=" ")
print()
x = 5; y = 6; print(x, y)
if x > 3 and (y := x * 2) > 8: print(y)
while (line := x) > 3:
    x -= 1
print(line, x)
result = "a" if x > 5 else "b" if x > 2 else "c"
print(result, (1 if 0 else 2) + 3, [1, 2][0 if x else 1])
pass
...
print(1 if True else 1 / 0, False and 1 / 0, True or 1 / 0, 0 or "" or None or [], 1 and "a" and [0])
for _ in range(2):
    def f(v=_):
        return v
    class K:
        v = _
    print(f(), K.v)
count = 0
for a in range(5):
    for b in range(5):
        for c in range(5):
            if a + b + c == 6:
                count += 1
                if count > 5: break
        if count > 5: break
print(count, a, b, c)
def early(items):
    for i in items:
        if i < 0:
            return "negative"
        elif i == 0:
            continue
        while i > 100:
            i //= 2
            if i == 64:
                return "power"
    return "done"
print(early([1, 0, -1]), early([128]), early([300, 5]), early([]))
total = 0
for i, v in enumerate(reversed([1, 2, 3])):
    total += i * v
    i = 100
print(total, i, v)
def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps
print([collatz(n) for n in range(1, 12)], max(range(1, 100), key=collatz))
assert True
assert 1 == 1, "fine"
try:
    assert [], "empty list"
except AssertionError as e:
    print("AssertionError", e)
try:
    assert 0
except AssertionError as e:
    print(repr(e))

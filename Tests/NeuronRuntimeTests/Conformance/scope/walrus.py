if (n := len([1, 2, 3])) > 2:
    print(n)
print([y for x in [1, 2, 3] if (y := x * 2) > 2], y)
while (k := n) > 0:
    n -= 1
print(k, n, (z := 5) + z, z)
def f():
    print((a := 1) + (a := a + 5), a)
    x = 1
    x += (x := 10)
    print(x)
    y = [x, (x := 3), x]
    print(y)
    return x + (x := 100) + x
print(f())

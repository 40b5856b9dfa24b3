print(1 and 2, 0 and 2, 1 or 2, 0 or 2, 0 or "" or [], 1 and "" and 5, not 1 and 2, None or "d", [] and 1 / 0, 1 or 1 / 0, not [], 0 == False and "x", 1 and 2 or 3, 0 and 2 or 3)
x = None
y = x or [1]
print(y, x and x.foo, (1 if x else 2) if y else 3, 1 if not x else 1 / 0)
def f(a, b, c):
    if a and b or c:
        return 1
    if not (a or b) and not c:
        return 2
    while a and not b:
        return 3
    return 4
print([f(a, b, c) for a in (0, 1) for b in (0, 1) for c in (0, 1)])

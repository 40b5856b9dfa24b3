class A:
    pass
a = A()
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
def set_item(x):
    x[0] = 1
def delete_item(x):
    del x[0]
def loop(x):
    for _ in x:
        pass
def enter(x):
    with x:
        pass
attempt(lambda: a[0])
attempt(lambda: A[0])
attempt(lambda: set_item(a))
attempt(lambda: delete_item(a))
attempt(lambda: set_item(A))
attempt(lambda: a())
attempt(lambda: loop(a))
attempt(lambda: loop(A))
attempt(lambda: len(a))
attempt(lambda: 1 in a)
attempt(lambda: a + 1)
attempt(lambda: 1 + a)
attempt(lambda: a + a)
attempt(lambda: A + A)
attempt(lambda: a < a)
attempt(lambda: a < 1)
attempt(lambda: A < A)
attempt(lambda: -a)
attempt(lambda: ~a)
attempt(lambda: abs(a))
attempt(lambda: int(a))
attempt(lambda: float(a))
attempt(lambda: round(a))
attempt(lambda: divmod(a, 1))
attempt(lambda: pow(a, 1))
attempt(lambda: pow(2, a, 3))
attempt(lambda: a ** 2)
attempt(lambda: a @ a)
attempt(lambda: a % 1)
attempt(lambda: a // 1)
attempt(lambda: a << 1)
attempt(lambda: a and 1 or 2)
attempt(lambda: enter(a))
attempt(lambda: enter(5))
attempt(lambda: [1, 2][a])
attempt(lambda: "abc"[a])
attempt(lambda: (1,)[a])
attempt(lambda: [1][a:])
attempt(lambda: range(a))
attempt(lambda: "a" * a)
attempt(lambda: sum([a]))
attempt(lambda: sorted([a, a]))
attempt(lambda: max(a, a))
attempt(lambda: next(a))
attempt(lambda: iter(a))
attempt(lambda: reversed(a))
attempt(lambda: chr(a))
attempt(lambda: ord(a))
attempt(lambda: hex(a))
attempt(lambda: "".join([a]))
attempt(lambda: "%d" % a)
attempt(lambda: "%f" % a)
attempt(lambda: format(a, "d"))
attempt(lambda: isinstance(1, a))
attempt(lambda: issubclass(a, int))
attempt(lambda: issubclass(int, a))
attempt(lambda: dict(a))
attempt(lambda: [*a])
attempt(lambda: {**a})
attempt(lambda: print(**a))
print("end")
